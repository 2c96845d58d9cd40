package org.muniment.mailbox;

/**
 * Where one mail of an mbox lies, and the lines in it that tell how the mbox was written.
 *
 * @param separator offset of its separator line
 * @param start offset of its first byte
 * @param end offset behind its last byte; the empty line before the next separator is not part of it
 * @param measured whether its end is where its Content-Length says
 * @param bare lines that begin with {@code From }
 * @param single lines that begin with {@code >From }
 * @param deep lines that begin with {@code >>From } and more of {@code >}
 */
record Stretch(long separator, long start, long end, boolean measured, long bare, long single, long deep) {

    /** How many lines lose a {@code >}. */
    long escaped(Escapes escapes) {
        return switch (escapes) {
            case NONE -> 0;
            case ONE -> single;
            case ANY -> single + deep;
        };
    }
}
