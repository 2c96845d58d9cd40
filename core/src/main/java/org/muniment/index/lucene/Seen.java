package org.muniment.index.lucene;

/**
 * Knows which record numbers of one writer may already be in the index, so that new ones are simply added and only the
 * others replace what is there. Exact for the last {@value #WINDOW} numbers since the index was opened; says "may be"
 * for all that lie below. Thread-safe.
 */
final class Seen {
    private static final int WINDOW = 1 << 16;

    private final long[] bits = new long[WINDOW / Long.SIZE];
    private long floor;
    private long highest;

    /**
     * Begins with an index that may hold every number up to one.
     *
     * @param highest the highest number that may be there; -1 for none
     */
    Seen(long highest) {
        this.floor = highest;
        this.highest = highest;
    }

    /** Notes a number, and says whether it may have been there before. */
    synchronized boolean add(long number) {
        if (number > highest) {
            rise(number);
            set(number);
            return false;
        }
        if (number <= floor || number <= highest - WINDOW) {
            return true;
        }
        boolean before = isSet(number);
        set(number);
        return before;
    }

    /** The highest number that may be in the index. */
    synchronized long highest() {
        return highest;
    }

    private void rise(long number) {
        long first = Math.max(highest + 1, number - WINDOW + 1);
        for (long n = first; n <= number; n++) {
            bits[word(n)] &= ~bit(n);
        }
        highest = number;
    }

    private void set(long number) {
        bits[word(number)] |= bit(number);
    }

    private boolean isSet(long number) {
        return (bits[word(number)] & bit(number)) != 0;
    }

    private static int word(long number) {
        return (int) (number & (WINDOW - 1)) >>> 6;
    }

    private static long bit(long number) {
        return 1L << (number & 63);
    }
}
