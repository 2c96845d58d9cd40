package org.muniment.index.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Span;
import org.muniment.index.Words;

/**
 * Finds rows of words in a text. The text passes by once; of it, only as many words are remembered as the longest row
 * has, so it may be of any length. Immutable, thread-safe.
 */
final class Phrases {
    /** Comparisons for one text: a query of many alike phrases over a text made for it gets no further marks. */
    private static final long MOST_STEPS = 20_000_000;

    private static final int NO_WORD = -1;

    /** Words of the rows by number. */
    private final Map<BytesRef, Integer> numbers = new HashMap<>();
    /** Rows by their last word. */
    private final Map<BytesRef, List<int[]>> byLast = new HashMap<>();
    /** Rows by the beginning of their last word, and how long such beginnings are. */
    private final Map<BytesRef, List<int[]>> byPrefix = new HashMap<>();

    private final int[] prefixLengths;
    private final int longest;

    Phrases(List<Row> rows) {
        TreeSet<Integer> lengths = new TreeSet<>();
        int most = 1;
        for (Row row : rows) {
            if (row.words().isEmpty()) {
                continue;
            }
            BytesRef last = row.words().getLast();
            (row.prefix() ? byPrefix : byLast)
                    .computeIfAbsent(last, word -> new ArrayList<>())
                    .add(numbered(row));
            if (row.prefix()) {
                lengths.add(last.length);
            }
            most = Math.max(most, row.words().size());
        }
        prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
        longest = most;
    }

    /** The words before the last one, by their numbers. */
    private int[] numbered(Row row) {
        int[] before = new int[row.words().size() - 1];
        for (int i = 0; i < before.length; i++) {
            before[i] = numbers.computeIfAbsent(row.words().get(i), word -> numbers.size());
        }
        return before;
    }

    /** Where they stand, up to so many characters behind the first place. */
    List<Span> in(String text, int reach) {
        return byLast.isEmpty() && byPrefix.isEmpty() ? List.of() : new Passing(text).run(reach);
    }

    /** One text passing by. */
    private final class Passing {
        private final Words words;
        private final BytesRef key = new BytesRef();
        private final int[] lastNumbers = new int[longest];
        private final int[] lastStarts = new int[longest];
        private final List<Span> spans = new ArrayList<>();
        private int position;
        private long steps;

        Passing(String text) {
            words = new Words().tracing(text);
            key.bytes = words.bytes();
        }

        List<Span> run(int reach) {
            while (steps < MOST_STEPS && words.next()) {
                int start = words.start();
                if (!spans.isEmpty() && start - spans.getFirst().start() > reach) {
                    break;
                }
                key.length = words.length();
                lastNumbers[position % longest] = numbers.getOrDefault(key, NO_WORD);
                lastStarts[position % longest] = start;
                end(byLast.get(key), false);
                for (int length : prefixLengths) {
                    if (length <= words.length()) {
                        key.length = length;
                        end(byPrefix.get(key), length < words.length());
                    }
                }
                position++;
            }
            return List.copyOf(spans);
        }

        /** Rows that may end with the word that stands here. */
        private void end(@Nullable List<int[]> rows, boolean beginning) {
            if (rows == null) {
                return;
            }
            for (int[] before : rows) {
                if (stands(before)) {
                    int start = lastStarts[(position - before.length) % longest];
                    mark(start, beginning ? words.endOfFirst() : words.end());
                }
            }
        }

        private boolean stands(int[] before) {
            steps += 1 + before.length;
            if (before.length > position) {
                return false;
            }
            for (int i = 1; i <= before.length; i++) {
                if (lastNumbers[(position - i) % longest] != before[before.length - i]) {
                    return false;
                }
            }
            return true;
        }

        private void mark(int start, int end) {
            Span grown = new Span(start, end);
            while (!spans.isEmpty() && spans.getLast().end() >= grown.start()) {
                Span last = spans.removeLast();
                grown = new Span(Math.min(last.start(), grown.start()), Math.max(last.end(), grown.end()));
            }
            spans.add(grown);
        }
    }
}
