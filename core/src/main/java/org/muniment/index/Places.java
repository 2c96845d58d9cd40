package org.muniment.index;

import java.util.Arrays;

/**
 * Which place of a text stands where after it was composed. Composing changes short pieces; everything between them is
 * only moved. A place inside a piece is the whole piece. Not thread-safe.
 */
final class Places implements Composer.Trace {
    private static final int NUMBERS = 4;

    /** Start and end before, start and end after, of one piece after the other. */
    private int[] pieces = new int[0];

    private int count;

    @Override
    public void piece(int start, int end, int composedStart, int composedEnd) {
        int at = NUMBERS * count++;
        if (at == pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(8 * NUMBERS, 2 * at));
        }
        pieces[at] = start;
        pieces[at + 1] = end;
        pieces[at + 2] = composedStart;
        pieces[at + 3] = composedEnd;
    }

    /** Where a stretch begins that begins here after composing. */
    int start(int composed) {
        int piece = before(composed);
        if (piece < 0) {
            return composed;
        }
        int composedEnd = pieces[piece + 3];
        return composed < composedEnd ? pieces[piece] : pieces[piece + 1] + composed - composedEnd;
    }

    /** Where a stretch ends that ends here after composing. */
    int end(int composed) {
        int piece = before(composed - 1);
        if (piece < 0) {
            return composed;
        }
        int composedEnd = pieces[piece + 3];
        return composed <= composedEnd ? pieces[piece + 1] : pieces[piece + 1] + composed - composedEnd;
    }

    /** Index of the last piece that begins here or before; negative if none does. */
    private int before(int composed) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces[NUMBERS * middle + 2] <= composed) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return NUMBERS * (low - 1);
    }
}
