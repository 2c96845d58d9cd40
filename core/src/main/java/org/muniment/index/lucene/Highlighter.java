package org.muniment.index.lucene;

import java.util.ArrayList;
import java.util.List;
import org.muniment.index.Marks;
import org.muniment.index.Span;
import org.muniment.index.query.Field;
import org.muniment.index.query.Query;

/** Marks what a query looks for, with the words that {@link Compiler} asks the index for. Thread-safe. */
final class Highlighter implements Marks {
    private final Phrases subject;
    private final Phrases body;
    private final Phrases filename;

    Highlighter(Query query) {
        List<Query.Text> sought = new ArrayList<>();
        collect(query, true, sought);
        subject = phrases(sought, Field.SUBJECT);
        body = phrases(sought, Field.BODY);
        filename = phrases(sought, Field.FILENAME);
    }

    /** The texts that help a message to match; what is excluded does not. */
    private static void collect(Query query, boolean wanted, List<Query.Text> sought) {
        switch (query) {
            case Query.And and -> and.parts().forEach(part -> collect(part, wanted, sought));
            case Query.Or or -> or.parts().forEach(part -> collect(part, wanted, sought));
            case Query.Not not -> collect(not.part(), !wanted, sought);
            case Query.Text text -> {
                if (wanted) {
                    sought.add(text);
                }
            }
            case Query.All all -> {}
            case Query.Size size -> {}
            case Query.Is is -> {}
            case Query.Department department -> {}
        }
    }

    private static Phrases phrases(List<Query.Text> sought, Field field) {
        return new Phrases(sought.stream()
                .filter(text -> text.fields().isEmpty() || text.fields().contains(field))
                .map(Row::of)
                .distinct()
                .toList());
    }

    @Override
    public List<Span> subject(String text) {
        return subject.in(text, Integer.MAX_VALUE);
    }

    @Override
    public List<Span> body(String text, int reach) {
        return body.in(text, reach);
    }

    @Override
    public List<Span> filename(String text) {
        return filename.in(text, Integer.MAX_VALUE);
    }
}
