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
                        view.searcher()
                                .rewrite(new Compiler(search.expansion()).compile(search.query(), search.filter())),
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
            collector.finish();
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
        private final Origins origins;
        private final Origins rowOrigins;
        private final long @Nullable [] limits;
        private final @Nullable Newest newest;

        Matches(Leaf leaf, long @Nullable [] limits) throws IOException {
            this.leaf = leaf;
            this.limits = limits;
            times = DocValues.getNumeric(leaf.context().reader(), by == DateField.SENT ? Fields.SENT : Fields.ARCHIVED);
            origins = new Origins(leaf);
            rowOrigins = new Origins(leaf);
            newest = rows == null ? null : rows.newest();
        }

        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int doc) throws IOException {
            long millis = times.advanceExact(doc) ? times.longValue() : 0;
            if (millis < from || millis > to || (limits != null && origins.isTooNew(limits, doc))) {
                return;
            }
            total++;
            if (rows != null && newest != null && rows.canTake(millis)) {
                note(rows, newest, doc, millis);
            }
        }

        @Override
        public void finish() throws IOException {
            if (rows != null && newest != null) {
                newest.sortOut();
                takeOut(rows, newest);
            }
        }

        private void note(Rows page, Newest candidates, int doc, long millis) throws IOException {
            if (page.isAtCursor(millis)) {
                // some of these stand before the cursor and must not take the places of others
                page.offer(leaf, doc, millis, origins.number(doc), origins.writer(doc));
                return;
            }
            candidates.add(doc, millis);
            if (candidates.isFull() && !candidates.sortOut()) {
                takeOut(page, candidates);
            }
        }

        private void takeOut(Rows page, Newest candidates) throws IOException {
            for (int i = 0; i < candidates.size(); i++) {
                int doc = candidates.document(i);
                page.offer(leaf, doc, candidates.millis(i), rowOrigins.number(doc), rowOrigins.writer(doc));
            }
            candidates.clear();
        }
    }

    /** Record numbers and writers of a segment, read forward. */
    private static final class Origins {
        private final Leaf leaf;
        private final NumericDocValues numbers;
        private final SortedDocValues writers;

        Origins(Leaf leaf) throws IOException {
            this.leaf = leaf;
            numbers = DocValues.getNumeric(leaf.context().reader(), Fields.NUMBER);
            writers = DocValues.getSorted(leaf.context().reader(), Fields.WRITER);
        }

        boolean isTooNew(long[] last, int doc) throws IOException {
            return number(doc) > last[ordinal(doc)];
        }

        long number(int doc) throws IOException {
            return numbers.advanceExact(doc) ? numbers.longValue() : 0;
        }

        String writer(int doc) throws IOException {
            return leaf.writers().get(ordinal(doc));
        }

        private int ordinal(int doc) throws IOException {
            return leaf.writers().size() == 1 || !writers.advanceExact(doc) ? 0 : writers.ordValue();
        }
    }
}
