package org.muniment.protocols;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes dot-stuffed text apart as it arrives in pieces (RFC 5321, section 4.5.2).
 *
 * <p>Only {@code CRLF.CRLF} ends the text, its first {@code CRLF} being the end of the last line or of the command
 * before. A bare CR or LF is a byte like any other and never begins or ends a line, wherever the pieces are cut: nobody
 * can hide a second message in a first. Apart from the stuffed dot of each line and the ending {@code .CRLF} every byte
 * is passed on as it came. Lines may have any length. Not thread-safe; for one text only.
 */
final class DotStuffing {
    private static final int TEXT = 0;
    private static final int CR = 1;
    private static final int LINE_START = 2;
    private static final int DOT = 3;
    private static final int DOT_CR = 4;
    private static final int ENDED = 5;

    private final OutputStream sink;
    private int state = LINE_START;

    DotStuffing(OutputStream sink) {
        this.sink = sink;
    }

    /** Whether the end of the text has been seen. */
    boolean ended() {
        return state == ENDED;
    }

    /**
     * Passes on the text in the bytes from {@code from} to {@code to}, with at most one large write. The bytes in
     * between are overwritten.
     *
     * @return the index after the last byte that belonged to the text; {@code to} unless it {@link #ended}
     */
    int take(byte[] bytes, int from, int to) throws IOException {
        int next = from; // where the next byte is read
        int run = from; // start of bytes read, wanted and not yet moved
        int kept = from; // end of what is to be passed on
        while (next < to && state != ENDED) {
            switch (state) {
                case TEXT -> next = afterCr(bytes, next, to);
                case CR -> state = afterCr(bytes[next++]);
                case LINE_START -> {
                    if (bytes[next] == '.') {
                        kept = move(bytes, run, next, kept);
                        run = ++next;
                        state = DOT;
                    } else {
                        state = TEXT;
                    }
                }
                case DOT -> {
                    if (bytes[next] == '\r') {
                        run = ++next;
                        state = DOT_CR;
                    } else {
                        state = TEXT;
                    }
                }
                default -> {
                    if (bytes[next] == '\n') {
                        run = ++next;
                        state = ENDED;
                    } else {
                        kept = putBackCr(bytes, next, kept);
                        state = CR;
                    }
                }
            }
        }
        kept = move(bytes, run, next, kept);
        if (kept > from) {
            sink.write(bytes, from, kept - from);
        }
        return next;
    }

    private int afterCr(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\r') {
            i++;
        }
        if (i == to) {
            return to;
        }
        state = CR;
        return i + 1;
    }

    private static int afterCr(byte next) {
        return switch (next) {
            case '\n' -> LINE_START;
            case '\r' -> CR;
            default -> TEXT;
        };
    }

    private static int move(byte[] bytes, int from, int to, int target) {
        if (from != target) {
            System.arraycopy(bytes, from, bytes, target, to - from);
        }
        return target + to - from;
    }

    /** The CR held back after a dot was text after all. If it came with an earlier piece there is no room for it here. */
    private int putBackCr(byte[] bytes, int next, int kept) throws IOException {
        if (kept == next) {
            sink.write('\r');
            return kept;
        }
        bytes[kept] = '\r';
        return kept + 1;
    }
}
