package org.muniment.mailbox;

/** Which lines of an mbox had a {@code >} put before them, which comes off again. */
enum Escapes {
    /** None: mboxcl2 knows the length of each mail. */
    NONE,
    /** Lines that began with {@code From }: mboxo and mboxcl. */
    ONE,
    /** Lines that began with any number of {@code >} and {@code From }: mboxrd. */
    ANY;

    /** More of them before {@code From } are text; it bounds what must be seen of a line at once. */
    static final int DEEPEST = 1_000;

    /** How many bytes of a line must be seen to know how it is escaped. */
    static final int PEEK = DEEPEST + 6;

    /** How many {@code >} stand before {@code From } at the start of a line; 0 if it is any other line. */
    static int depth(byte[] line, int start, int end) {
        int at = start;
        while (at < end && at - start <= DEEPEST && line[at] == '>') {
            at++;
        }
        int depth = at - start;
        return depth > 0 && depth <= DEEPEST && Separator.begins(line, at, end) ? depth : 0;
    }

    /** Whether a line of this depth was escaped. */
    boolean covers(int depth) {
        return switch (this) {
            case NONE -> false;
            case ONE -> depth == 1;
            case ANY -> depth >= 1;
        };
    }
}
