package org.muniment.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;
import org.muniment.index.SearchIndex.DateField;

/**
 * A segment with the bounds of its times and record numbers, so that a search can pass over it, or need not look at
 * each message's own.
 *
 * @param writers names by ordinal
 */
record Leaf(LeafReaderContext context, Span sent, Span archived, Span number, List<String> writers) {

    /** Both ends inclusive. */
    record Span(long least, long most) {
        boolean isWithin(long from, long to) {
            return from <= least && most <= to;
        }

        boolean isOutside(long from, long to) {
            return most < from || to < least;
        }
    }

    static Leaf of(LeafReaderContext context) throws IOException {
        SortedDocValues names = DocValues.getSorted(context.reader(), Fields.WRITER);
        List<String> writers = new ArrayList<>();
        for (int i = 0; i < names.getValueCount(); i++) {
            writers.add(names.lookupOrd(i).utf8ToString());
        }
        return new Leaf(
                context,
                span(context, Fields.SENT),
                span(context, Fields.ARCHIVED),
                span(context, Fields.NUMBER),
                writers);
    }

    Span span(DateField by) {
        return switch (by) {
            case SENT -> sent;
            case ARCHIVED -> archived;
        };
    }

    /** Whether no message here is to be looked at. */
    boolean isBehind(Map<String, Long> upTo) {
        return !upTo.isEmpty() && writers.stream().allMatch(name -> upTo.getOrDefault(name, -1L) < number.least);
    }

    /** The last record number to look at, by writer ordinal; {@code null} if every message here counts. */
    long @Nullable [] limits(Map<String, Long> upTo) {
        long[] limits = new long[writers.size()];
        boolean all = true;
        for (int i = 0; i < writers.size(); i++) {
            limits[i] = upTo.isEmpty() ? Long.MAX_VALUE : upTo.getOrDefault(writers.get(i), -1L);
            all &= limits[i] >= number.most;
        }
        return all ? null : limits;
    }

    private static Span span(LeafReaderContext context, String field) throws IOException {
        DocValuesSkipper bounds = context.reader().getDocValuesSkipper(field);
        if (bounds == null) {
            throw new IOException("segment without bounds of " + field);
        }
        return new Span(bounds.minValue(), bounds.maxValue());
    }
}
