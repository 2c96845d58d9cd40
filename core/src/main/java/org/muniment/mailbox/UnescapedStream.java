package org.muniment.mailbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A mail of an mbox without the escapes that the mbox added. */
final class UnescapedStream extends InputStream {
    private static final int WINDOW = 1 << 15;

    private final Bytes bytes;
    private final Escapes escapes;
    private final long end;
    private final byte[] window;
    private long position;
    private int next;
    private int filled;
    private boolean lineStart = true;

    UnescapedStream(Bytes bytes, long start, long end, Escapes escapes) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
        this.escapes = escapes;
        this.window = new byte[WINDOW];
    }

    @Override
    public int read() throws IOException {
        return prepare() ? window[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!prepare()) {
            return -1;
        }
        int count = Math.min(length, filled - next);
        System.arraycopy(window, next, into, offset, count);
        next += count;
        return count;
    }

    private boolean prepare() throws IOException {
        while (next == filled) {
            if (position >= end) {
                return false;
            }
            fill();
        }
        return true;
    }

    /** Reads on and closes the gaps in place. The next window begins with the line that cannot yet be told. */
    private void fill() throws IOException {
        int read = bytes.read(position, window, 0, (int) Math.min(WINDOW, end - position));
        if (read == 0) {
            throw new EOFException("the file became shorter while it was read");
        }
        boolean last = position + read >= end;
        int kept = 0;
        int at = 0;
        while (at < read) {
            if (lineStart && !last && read - at < Escapes.PEEK) {
                break;
            }
            if (lineStart && escapes.covers(Escapes.depth(window, at, read))) {
                at++;
            }
            lineStart = window[at] == '\n';
            window[kept++] = window[at++];
        }
        position += at;
        next = 0;
        filled = kept;
    }
}
