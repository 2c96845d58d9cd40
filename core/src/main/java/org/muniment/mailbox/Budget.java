package org.muniment.mailbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What one file may expand to, so that a small file made to fill a disk is stopped. */
final class Budget {
    private final Options options;
    private final long containerSize;
    private long entries;
    private long expanded;

    Budget(Options options, long containerSize) {
        this.options = options;
        this.containerSize = containerSize;
    }

    /** Counts one more entry. */
    void entry() throws TooMuchException {
        if (++entries > options.entries()) {
            throw new TooMuchException("has more than " + options.entries() + " entries; the rest was not read");
        }
    }

    /** Refuses to open an archive that lies too deep in others. */
    void depth(int depth) throws TooMuchException {
        if (depth >= options.depth()) {
            throw new TooMuchException(
                    "is an archive inside " + depth + " others, which is not opened: unpack the outer ones first");
        }
    }

    /** The stream, with what comes out of it counted. */
    InputStream counting(InputStream unpacked) {
        return new FilterInputStream(unpacked) {
            @Override
            public int read() throws IOException {
                int read = in.read();
                expand(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int read = in.read(into, offset, length);
                expand(Math.max(0, read));
                return read;
            }
        };
    }

    private void expand(int bytes) throws TooMuchException {
        expanded += bytes;
        if (expanded > options.freeBytes() && expanded / options.ratio() > containerSize) {
            throw new TooMuchException("expands to more than " + options.ratio() + " times its size (" + expanded
                    + " bytes so far); the rest was not read");
        }
    }

    /** An archive goes beyond a limit; the message says which, a sentence without its subject. */
    static final class TooMuchException extends IOException {
        private static final long serialVersionUID = 1;

        TooMuchException(String message) {
            super(message);
        }
    }
}
