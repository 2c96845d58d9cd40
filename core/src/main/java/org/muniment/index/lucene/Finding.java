package org.muniment.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.Search;
import org.muniment.index.SearchIndex.TimeRange;

/**
 * One run of a search over a view: counts every match exactly and offers each to the rows, if rows are wanted. Segments
 * that lie outside the range are passed over, and inside those that lie in it no message's time is looked at for
 * counting. For one use.
 */
final class Finding {
    private final View view;
    private final Weight weight;
    private final DateField by;
    private final long from;
    private final long to;
    private final Map<String, Long> upTo;
    private final @Nullable Rows rows;
    private long total;

    Finding(View view, Search search, @Nullable Rows rows) throws IOException {
        this.view = view;
        this.rows = rows;
        TimeRange range = search.range();
        by = range.by();
        from = millis(range.from(), Long.MIN_VALUE);
        to = millis(range.to(), Long.MAX_VALUE);
        upTo = search.upTo();
        weight = view.searcher()
                .createWeight(
                        view.searcher().rewrite(Compiler.compile(search.query(), search.filter())),
                        ScoreMode.COMPLETE_NO_SCORES,
                        1);
    }

    /** Looks at everything, and says how many match. */
    long run() throws IOException {
        for (Leaf leaf : view.leaves()) {
            if (!leaf.span(by).isOutside(from, to) && !leaf.isBehind(upTo)) {
                run(leaf);
            }
        }
        return total;
    }

    private void run(Leaf leaf) throws IOException {
        boolean inRange = leaf.span(by).isWithin(from, to);
        long @Nullable [] limits = leaf.limits(upTo);
        boolean counting = rows == null || !rows.canTakeFrom(leaf.span(by));
        int count = counting && inRange && limits == null ? weight.count(leaf.context()) : -1;
        if (count >= 0) {
            total += count;
            return;
        }
        BulkScorer scorer = weight.bulkScorer(leaf.context());
        if (scorer != null) {
            LeafCollector collector = counting && inRange && limits == null ? new Counter() : new Matches(leaf, limits);
            scorer.score(collector, leaf.context().reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
        }
    }

    private static long millis(@Nullable Instant bound, long open) {
        return bound == null ? open : LuceneDocument.millis(bound);
    }

    /** Where every match counts and none is wanted. */
    private final class Counter implements LeafCollector {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) {
            total++;
        }

        @Override
        public void collectRange(int min, int max) {
            total += max - min;
        }

        @Override
        public void collect(DocIdStream stream) throws IOException {
            total += stream.count();
        }
    }

    /** Looks at time and number of each match, as far as needed. */
    private final class Matches implements LeafCollector {
        private final Leaf leaf;
        private final NumericDocValues times;
        private final NumericDocValues numbers;
        private final SortedDocValues writers;
        private final long @Nullable [] limits;

        Matches(Leaf leaf, long @Nullable [] limits) throws IOException {
            this.leaf = leaf;
            this.limits = limits;
            times = DocValues.getNumeric(leaf.context().reader(), by == DateField.SENT ? Fields.SENT : Fields.ARCHIVED);
            numbers = DocValues.getNumeric(leaf.context().reader(), Fields.NUMBER);
            writers = DocValues.getSorted(leaf.context().reader(), Fields.WRITER);
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
            long millis = value(times, doc);
            if (millis < from || millis > to || (limits != null && isTooNew(limits, doc))) {
                return;
            }
            total++;
            if (rows != null && rows.canTake(millis)) {
                rows.offer(leaf, doc, millis, value(numbers, doc), writer(doc));
            }
        }

        private boolean isTooNew(long[] last, int doc) throws IOException {
            return value(numbers, doc) > last[ordinal(doc)];
        }

        private String writer(int doc) throws IOException {
            return leaf.writers().get(ordinal(doc));
        }

        private int ordinal(int doc) throws IOException {
            return leaf.writers().size() == 1 || !writers.advanceExact(doc) ? 0 : writers.ordValue();
        }

        private static long value(NumericDocValues values, int doc) throws IOException {
            return values.advanceExact(doc) ? values.longValue() : 0;
        }
    }
}
