package org.muniment.index;

import java.text.Normalizer;

/**
 * Brings letters with separate accents, kana with separate voice marks and Korean letters into one character each, as
 * file names of some systems hold them taken apart.
 *
 * <p>Only what may melt is normalised (NFKC), in short pieces: the sorting of marks takes quadratic time, and a stranger
 * chooses how many there are.
 */
final class Composer {
    private static final int PIECE = 24;
    private static final int LONGEST_PIECE = 64;

    private Composer() {}

    /** Is told of every piece that was composed, in order: where it stood, and where it stands now. */
    @FunctionalInterface
    interface Trace {
        void piece(int start, int end, int composedStart, int composedEnd);
    }

    /** The text composed; the same object if there is nothing to do. */
    static String compose(String text) {
        return compose(text, (start, end, composedStart, composedEnd) -> {});
    }

    /** As {@link #compose(String)}, and says what became of which place. */
    static String compose(String text, Trace trace) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x300 && Folding.composesWithPrevious(text.charAt(i))) {
                return compose(text, Math.max(0, i - 1), trace);
            }
        }
        return text;
    }

    private static String compose(String text, int from, Trace trace) {
        StringBuilder composed = new StringBuilder(text.length()).append(text, 0, from);
        int at = from;
        while (at < text.length()) {
            int end = pieceEnd(text, at);
            if (end - at > 1) {
                int start = composed.length();
                composed.append(Normalizer.normalize(text.substring(at, end), Normalizer.Form.NFKC));
                trace.piece(at, end, start, composed.length());
            } else {
                composed.append(text.charAt(at));
            }
            at = end;
        }
        return composed.toString();
    }

    private static int pieceEnd(String text, int start) {
        int end = start + 1;
        while (end < text.length() && Folding.composesWithPrevious(text.charAt(end))) {
            int length = end - start;
            if (length >= LONGEST_PIECE || (length >= PIECE && isLeadingJamo(text.charAt(end)))) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isLeadingJamo(char c) {
        return c >= 0x1100 && c <= 0x115F;
    }
}
