package org.muniment.message;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A message that lies in memory. Takes the array over: the caller must not change it. */
public final class MemoryMessage implements RawMessage {
    private final byte[] bytes;
    private final byte[] sha256;

    public MemoryMessage(byte[] bytes) {
        this.bytes = bytes;
        this.sha256 = Sha256.begin().digest(bytes);
    }

    /** The bytes themselves; the caller must not change the array. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public byte[] sha256() {
        return sha256;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {
        // Memory needs no release.
    }
}
