package org.muniment.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the octets that are read through it. Not thread-safe. */
final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
        super(in);
    }

    long count() {
        return count;
    }

    /** The stream that is counted. */
    InputStream in() {
        return in;
    }

    @Override
    public int read() throws IOException {
        int octet = in.read();
        count += octet == -1 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] target, int off, int len) throws IOException {
        int read = in.read(target, off, len);
        count += Math.max(0, read);
        return read;
    }
}
