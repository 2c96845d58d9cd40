package org.muniment.index.lucene;

import java.util.Arrays;

/**
 * The newest of the matches of one segment, those of equal time all of them. Mail mostly lies in the order in which it
 * came, so nearly every match is newer than all before it; they are only noted here, and sorted out now and then, which
 * costs a few nanoseconds per match instead of a place in a heap. Not thread-safe.
 */
final class Newest {
    private static final int LEAST_ROOM = 1_024;

    private final int wanted;
    private final long[] millis;
    private final int[] documents;
    private int size;
    private long oldest;

    /**
     * Begins with nothing.
     *
     * @param wanted how many are wanted
     * @param oldest the time before which nothing is wanted any more
     */
    Newest(int wanted, long oldest) {
        this.wanted = wanted;
        this.oldest = oldest;
        int room = Math.max(LEAST_ROOM, 4 * wanted);
        millis = new long[room];
        documents = new int[room];
    }

    /** Notes a match; documents come in rising order. */
    void add(int document, long time) {
        if (time >= oldest) {
            millis[size] = time;
            documents[size++] = document;
        }
    }

    /** Whether there is room for one more; if not, call {@link #sortOut}. */
    boolean isFull() {
        return size == millis.length;
    }

    /** Drops what is older than those wanted; false if too many are of one time, so that all have to be taken out. */
    boolean sortOut() {
        if (size > wanted) {
            long[] sorted = Arrays.copyOf(millis, size);
            Arrays.sort(sorted);
            oldest = Math.max(oldest, sorted[size - wanted]);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (millis[i] >= oldest) {
                    millis[kept] = millis[i];
                    documents[kept++] = documents[i];
                }
            }
            size = kept;
        }
        return size <= millis.length / 2;
    }

    int size() {
        return size;
    }

    int document(int index) {
        return documents[index];
    }

    long millis(int index) {
        return millis[index];
    }

    /** Forgets all, but not the time that was reached. */
    void clear() {
        size = 0;
    }
}
