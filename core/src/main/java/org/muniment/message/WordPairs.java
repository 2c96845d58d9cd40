package org.muniment.message;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The words of a text and its pairs of neighbouring words, to tell whether another text says anything new. Letters of
 * Chinese, Japanese and Korean count as words each. Not thread-safe.
 */
final class WordPairs {
    /** Unknown to strangers, so that nobody can make up a word that seems to be there already. */
    private static final long SEED = ThreadLocalRandom.current().nextLong() | 1;

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] table;
    private int size;

    /** Takes all words of a text between two positions. */
    WordPairs(CharSequence text, int from, int to) {
        table = new long[Math.max(64, Integer.highestOneBit(Math.max(1, (to - from) / 2)) * 2)];
        long previous = 0;
        int at = from;
        while ((at = wordStart(text, at, to)) < to) {
            int end = wordEnd(text, at, to);
            long word = word(text, at, end);
            add(word);
            add(pair(previous, word));
            previous = word;
            at = end;
        }
    }

    /** Whether every word and every pair of words between two positions is here. */
    boolean containAll(CharSequence text, int from, int to) {
        long previous = 0;
        int at = from;
        while ((at = wordStart(text, at, to)) < to) {
            int end = wordEnd(text, at, to);
            long word = word(text, at, end);
            if (!contains(previous == 0 ? word : pair(previous, word))) {
                return false;
            }
            previous = word;
            at = end;
        }
        return true;
    }

    private static int wordStart(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && !isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(CharSequence text, int start, int to) {
        int end = start + 1;
        if (isIdeograph(text.charAt(start))) {
            return end;
        }
        while (end < to && isWord(text.charAt(end)) && !isIdeograph(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(char c) {
        if (c < 128) {
            return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isIdeograph(char c) {
        return c >= 0x2e80 && (c <= 0x9fff || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff));
    }

    private static long word(CharSequence text, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            hash = (hash ^ (c >= 'A' && c <= 'Z' ? c | 0x20 : c)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash | 1;
    }

    private static long pair(long first, long second) {
        return (((first * MULTIPLIER) ^ second) * MULTIPLIER) | 1;
    }

    private void add(long hash) {
        int slot = slot(hash);
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = hash;
        if (++size * 2 > table.length) {
            grow();
        }
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        size = 0;
        for (long hash : old) {
            if (hash != 0) {
                add(hash);
            }
        }
    }

    private boolean contains(long hash) {
        int slot = slot(hash);
        while (table[slot] != 0) {
            if (table[slot] == hash) {
                return true;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return false;
    }

    private int slot(long hash) {
        return (int) (hash >>> 20) & (table.length - 1);
    }
}
