package org.muniment.mailbox;

import java.nio.channels.SeekableByteChannel;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Bytes in memory. Takes the array over. */
final class MemoryBytes implements Bytes {
    private final byte[] bytes;

    MemoryBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves; not to be changed. */
    byte[] array() {
        return bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) {
        int read = Math.clamp(bytes.length - position, 0, length);
        System.arraycopy(bytes, (int) Math.min(position, bytes.length), into, offset, read);
        return read;
    }

    @Override
    public SeekableByteChannel channel() {
        return new SeekableInMemoryByteChannel(bytes);
    }

    @Override
    public void close() {
        // Memory needs no release.
    }
}
