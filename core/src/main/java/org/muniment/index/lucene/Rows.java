package org.muniment.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFieldDataInput;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Hit;
import org.muniment.index.SearchIndex.DateField;

/** The first rows behind a cursor, newest first, of all that are offered. Holds one page at most. Not thread-safe. */
final class Rows {
    private static final Comparator<Row> OLDEST_FIRST = Comparator.comparingLong(Row::millis)
            .thenComparingLong(Row::number)
            .thenComparing(Row::writer, Comparator.reverseOrder());

    private final DateField by;
    private final int limit;
    private final @Nullable Cursor cursor;
    private final PriorityQueue<Row> page;
    private long newest;
    private long oldest = Long.MIN_VALUE;

    private record Row(Leaf leaf, int doc, long millis, long number, String writer) {}

    Rows(DateField by, int limit, @Nullable Cursor cursor) {
        this.by = by;
        this.limit = limit;
        this.cursor = cursor;
        newest = cursor == null ? Long.MAX_VALUE : cursor.millis();
        page = new PriorityQueue<>(Math.min(limit, 64) + 1, OLDEST_FIRST);
    }

    /** Whether a message of this time may still come into the page. */
    boolean canTake(long millis) {
        return millis >= oldest && millis <= newest;
    }

    /** Whether a message of a time between these may still come into the page. */
    boolean canTakeFrom(Leaf.Span times) {
        return times.most() >= oldest && times.least() <= newest;
    }

    /** Whether a message of this time may stand before the cursor as well as behind it. */
    boolean isAtCursor(long millis) {
        return cursor != null && millis == cursor.millis();
    }

    /** Room for as many candidates as can come into the page. */
    Newest newest() {
        return new Newest(limit + 1, oldest);
    }

    void offer(Leaf leaf, int doc, long millis, long number, String writer) {
        if (cursor != null && !cursor.isBefore(millis, number, writer)) {
            return;
        }
        page.add(new Row(leaf, doc, millis, number, writer));
        // one more than a page is kept, to know whether another page follows
        if (page.size() > limit + 1) {
            page.remove();
            oldest = Objects.requireNonNull(page.peek()).millis();
        }
    }

    /** Reads the rows of the page. */
    Page read() throws IOException {
        List<Row> rows = new ArrayList<>(page);
        rows.sort(OLDEST_FIRST.reversed());
        boolean more = rows.size() > limit;
        if (more) {
            rows.removeLast();
        }
        String next = more ? cursorBehind(rows.getLast()).text() : null;
        return new Page(hits(rows), next);
    }

    /** Rows, and where the next page begins. */
    record Page(List<Hit> hits, @Nullable String next) {}

    private Cursor cursorBehind(Row row) {
        return new Cursor(by, row.millis(), row.number(), row.writer());
    }

    /** Reads segment by segment in the order of the file, which unpacks each block once. */
    private static List<Hit> hits(List<Row> rows) throws IOException {
        Hit[] hits = new Hit[rows.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt((Integer i) -> rows.get(i).leaf().context().ord)
                .thenComparingInt(i -> rows.get(i).doc()));
        int segment = -1;
        StoredFields stored = null;
        for (int i : order) {
            Row row = rows.get(i);
            LeafReaderContext context = row.leaf().context();
            if (stored == null || segment != context.ord) {
                segment = context.ord;
                stored = context.reader().storedFields();
            }
            hits[i] = hit(stored, row.doc());
        }
        return List.of(hits);
    }

    private static Hit hit(StoredFields stored, int doc) throws IOException {
        HitVisitor visitor = new HitVisitor();
        stored.document(doc, visitor);
        if (visitor.hit == null) {
            throw new IOException("document without its row");
        }
        return visitor.hit;
    }

    private static final class HitVisitor extends StoredFieldVisitor {
        private @Nullable Hit hit;

        @Override
        public Status needsField(FieldInfo field) {
            return Status.YES;
        }

        @Override
        public void binaryField(FieldInfo field, StoredFieldDataInput value) throws IOException {
            hit = HitCodec.decode(value.in());
        }
    }
}
