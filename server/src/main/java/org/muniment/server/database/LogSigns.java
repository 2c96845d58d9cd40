package org.muniment.server.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What occurs in some entries of the log: a set of bits with one bit for each run of one, two or three characters of their
 * words, and one for each of their values that can be asked for. It answers "certainly not" or "perhaps"; two things may
 * share a bit. The bits are stored, so another way to choose them needs a migration that empties the projection.
 *
 * <p>Not thread-safe.
 */
final class LogSigns {
    /** As many as a block of some hundred ordinary entries fills by a third. */
    static final int BYTES = 2_048;

    private static final int LOG_2_BITS = 14;
    private static final int LONGEST_RUN = 3;

    private final byte[] bits;
    private int set;

    private LogSigns(byte[] bits) {
        this.bits = bits;
        for (byte one : bits) {
            set += Integer.bitCount(one & 0xFF);
        }
    }

    static LogSigns none() {
        return new LogSigns(new byte[BYTES]);
    }

    /** Bits as {@link #toBytes} gave them; of anything else nothing is known, so that all may be there. */
    static LogSigns of(byte @Nullable [] bits) {
        if (bits == null || bits.length != BYTES) {
            LogSigns all = none();
            Arrays.fill(all.bits, (byte) 0xFF);
            all.set = BYTES * Byte.SIZE;
            return all;
        }
        return new LogSigns(bits.clone());
    }

    byte[] toBytes() {
        return bits.clone();
    }

    /** Whether more entries would make the answers too vague. */
    boolean isFull() {
        return set >= BYTES * Byte.SIZE / 3;
    }

    void add(LogRow row) {
        each(row, bit -> {
            if (!has(bit)) {
                bits[bit >> 3] |= (byte) (1 << (bit & 7));
                set++;
            }
            return true;
        });
    }

    /** Whether everything of the entry is noted. */
    boolean hold(LogRow row) {
        return each(row, this::has);
    }

    private boolean has(int bit) {
        return (bits[bit >> 3] & (1 << (bit & 7))) != 0;
    }

    private static boolean each(LogRow row, IntPredicate bits) {
        String mail = row.mailWords();
        return bits.test(bit('a', row.actor()))
                && bits.test(bit('t', row.type()))
                && bits.test(bit('r', row.result()))
                && (row.address() == null || bits.test(bit('i', row.address())))
                && (row.matter() == null || bits.test(bit('c', row.matter())))
                && (row.reason() == null || bits.test(bit('g', "")))
                && runs(row.words(), 1, LONGEST_RUN, bits)
                && (mail == null || runs(mail, 1, LONGEST_RUN, bits));
    }

    /** Goes through all runs of so many characters that no blank interrupts, while the answer is yes. */
    private static boolean runs(String text, int shortest, int longest, IntPredicate bits) {
        for (int i = 0; i < text.length(); i++) {
            long run = 0;
            for (int length = 1; length <= longest && i + length <= text.length(); length++) {
                char c = text.charAt(i + length - 1);
                if (Character.isWhitespace(c)) {
                    break;
                }
                run = run << Character.SIZE | c;
                if (length >= shortest && !bits.test(bit(run))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int bit(long what) {
        return (int) ((what * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - LOG_2_BITS));
    }

    private static int bit(char kind, String value) {
        long hash = kind;
        for (int i = 0; i < value.length(); i++) {
            hash = (hash ^ value.charAt(i)) * 0x100000001B3L;
        }
        return bit(hash);
    }

    /** What a filter asks for, to be looked for in many blocks. */
    static final class Wanted {
        private final List<int[]> anyOf = new ArrayList<>();

        Wanted(LogFilter filter) {
            anyOf('a', filter.actors());
            anyOf('t', filter.types());
            one('r', filter.result());
            one('i', filter.address());
            one('c', filter.matter());
            one('g', filter.reasoned() ? "" : null);
            for (String keyword : filter.keywords()) {
                int length = Math.min(LONGEST_RUN, keyword.length());
                runs(keyword, length, length, bit -> anyOf.add(new int[] {bit}));
            }
        }

        private void one(char kind, @Nullable String value) {
            if (value != null) {
                anyOf.add(new int[] {bit(kind, value)});
            }
        }

        private void anyOf(char kind, List<String> values) {
            if (!values.isEmpty()) {
                anyOf.add(values.stream().mapToInt(value -> bit(kind, value)).toArray());
            }
        }

        /** Whether an entry that passes the filter may be among these. */
        boolean mayBeIn(LogSigns signs) {
            for (int[] some : anyOf) {
                boolean found = false;
                for (int bit : some) {
                    found |= signs.has(bit);
                }
                if (!found) {
                    return false;
                }
            }
            return true;
        }
    }
}
