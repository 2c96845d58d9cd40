package org.muniment.mailbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A stretch of bytes as a stream. Fails when the file has become shorter than it was. */
final class RangeStream extends InputStream {
    private final Bytes bytes;
    private final long end;
    private long position;

    RangeStream(Bytes bytes, long start, long end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (position >= end) {
            return -1;
        }
        int read = bytes.read(position, into, offset, (int) Math.min(length, end - position));
        if (read == 0 && length > 0) {
            throw new EOFException("the file became shorter while it was read");
        }
        position += read;
        return read;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, end - position);
    }
}
