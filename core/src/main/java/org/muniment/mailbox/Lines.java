package org.muniment.mailbox;

import java.io.EOFException;
import java.io.IOException;

/**
 * Goes through bytes line by line in bounded memory. Of each line its offsets are known, and its first
 * {@value Escapes#PEEK} bytes or more can be seen. A line ends with LF, the one before it (CR) belongs to the line end.
 */
final class Lines {
    private static final int WINDOW = 1 << 17;

    private final Bytes bytes;
    private final byte[] window;
    private long base;
    private int filled;
    private long start;
    private long end;
    private int from;
    private int to;

    Lines(Bytes bytes) {
        this.bytes = bytes;
        this.window = new byte[Math.clamp(bytes.size(), Escapes.PEEK, WINDOW)];
    }

    /** Goes to the next line; {@code false} at the end. */
    boolean next() throws IOException {
        start = end;
        if (start >= bytes.size()) {
            return false;
        }
        int newline = newline();
        if (newline >= 0) {
            end = base + newline + 1;
            to = newline;
        } else {
            to = filled;
            end = beyondWindow();
        }
        if (to > from && window[to - 1] == '\r' && newline >= 0) {
            to--;
        }
        return true;
    }

    /** Goes on with the line that begins at an offset: the next {@link #next} gives it. */
    void seek(long offset) {
        end = offset;
    }

    /** Offset of the line. */
    long start() {
        return start;
    }

    /** Offset behind its line end. */
    long end() {
        return end;
    }

    /** Where the line can be seen: from {@link #from} to {@link #to}, without its line end. */
    byte[] window() {
        return window;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether the line is empty. */
    boolean blank() {
        return from == to;
    }

    private int newline() throws IOException {
        from = Math.clamp(start - base, 0, filled);
        int newline = start >= base ? indexOfNewline(from) : -1;
        if (newline < 0 && (start < base || base + filled < bytes.size())) {
            fill();
            newline = indexOfNewline(0);
        }
        return newline;
    }

    private void fill() throws IOException {
        base = start;
        filled = bytes.read(base, window, 0, window.length);
        from = 0;
        if (filled == 0) {
            throw new EOFException("the file became shorter while it was read");
        }
    }

    private int indexOfNewline(int at) {
        for (int i = at; i < filled; i++) {
            if (window[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** A line longer than the window: looks for its end without losing its beginning. */
    private long beyondWindow() throws IOException {
        byte[] further = new byte[WINDOW];
        long at = base + filled;
        while (at < bytes.size()) {
            int read = bytes.read(at, further, 0, further.length);
            for (int i = 0; i < read; i++) {
                if (further[i] == '\n') {
                    return at + i + 1;
                }
            }
            if (read == 0) {
                break;
            }
            at += read;
        }
        return bytes.size();
    }
}
