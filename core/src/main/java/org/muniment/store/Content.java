package org.muniment.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes a record keeps, readable as often as needed. Every stream checks what it reads and throws
 * {@link CorruptVolumeException} instead of ever handing out a byte that differs; a large one notices at the chunk
 * concerned. Safe for several threads; each stream belongs to one.
 */
public interface Content {

    /** The number of bytes. */
    long size();

    /** SHA-256 of the bytes as it was when they were stored, 32 bytes; the caller must not change the array. */
    byte[] sha256();

    /** Opens the bytes from the start. */
    InputStream open() throws IOException;
}
