package org.muniment.index.query;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Moves the words of a query from one set of fields to another. */
final class Scoped {
    private Scoped() {}

    /** The query with every text that has no field looked for in these. */
    static Query to(List<Field> fields, Query query) {
        return fields.isEmpty()
                ? query
                : mapped(query, text -> text.fields().isEmpty() ? withFields(text, fields) : text);
    }

    /** The query with the fields left out. */
    static Query without(Query query) {
        return mapped(query, text -> withFields(text, List.of()));
    }

    /** The fields that all texts of a query have alike; empty if they differ, or there are conditions of other kinds. */
    static Optional<List<Field>> common(Query query) {
        return switch (query) {
            case Query.Text text -> Optional.of(text.fields());
            case Query.Not not -> common(not.part());
            case Query.And and -> common(and.parts());
            case Query.Or or -> common(or.parts());
            case Query.All all -> Optional.empty();
            case Query.Size size -> Optional.empty();
            case Query.Is is -> Optional.empty();
            case Query.Department department -> Optional.empty();
        };
    }

    private static Optional<List<Field>> common(List<Query> parts) {
        Optional<List<Field>> first = common(parts.getFirst());
        boolean same = first.isPresent();
        for (Query part : parts.subList(1, parts.size())) {
            same = same && common(part).equals(first);
        }
        return same ? first : Optional.empty();
    }

    private static Query.Text withFields(Query.Text text, List<Field> fields) {
        return new Query.Text(fields, text.value(), text.prefix());
    }

    private static Query mapped(Query query, UnaryOperator<Query.Text> change) {
        return switch (query) {
            case Query.Text text -> change.apply(text);
            case Query.Not not -> new Query.Not(mapped(not.part(), change));
            case Query.And and -> Query.and(mapped(and.parts(), change));
            case Query.Or or -> Query.or(mapped(or.parts(), change));
            case Query.All all -> all;
            case Query.Size size -> size;
            case Query.Is is -> is;
            case Query.Department department -> department;
        };
    }

    private static List<Query> mapped(List<Query> parts, UnaryOperator<Query.Text> change) {
        return parts.stream().map(part -> mapped(part, change)).toList();
    }
}
