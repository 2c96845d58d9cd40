package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of one mail exactly as they came, readable as often as needed.
 *
 * <p>A small message lies in memory, a large one in an encrypted file; callers cannot tell and need not. Whoever
 * obtains a raw message closes it once, after which it can no longer be opened. Safe for use by several threads; each
 * stream belongs to one.
 */
public interface RawMessage extends AutoCloseable {

    /** The number of bytes. */
    long size();

    /** The SHA-256 of the bytes, 32 bytes; the caller must not change the array. */
    byte[] sha256();

    /** Opens the bytes from the start. */
    InputStream open() throws IOException;

    /** Releases what holds the bytes. Does nothing the second time. */
    @Override
    void close();
}
