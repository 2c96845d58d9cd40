package org.muniment.mailbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** Bytes of an open file. */
final class FileBytes implements Bytes {
    private final FileChannel file;
    private final long size;
    private volatile long lastRead;

    FileBytes(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, Math.clamp(size - position, 0, length));
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position() - offset) >= 0) {
            // A read may give less than there is.
        }
        lastRead = position + buffer.position() - offset;
        return buffer.position() - offset;
    }

    /** Where the last read ended. */
    long lastRead() {
        return lastRead;
    }

    @Override
    public SeekableByteChannel channel() {
        return file;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
