package org.muniment.index.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.index.query.Conditions.InDepartments;
import org.muniment.index.query.Conditions.KeywordRange;

/** Takes one query apart into {@link Conditions}, by the first condition of each kind. For one use. */
final class Apart {
    private final List<Query> keywords = new ArrayList<>();
    private final List<Query> rest = new ArrayList<>();
    private @Nullable List<String> accounts;
    private @Nullable List<String> senders;
    private @Nullable List<String> recipients;
    private @Nullable List<Field> range;
    private @Nullable InDepartments departments;

    Conditions take(Query query) {
        List<Query> parts = query instanceof Query.And and ? and.parts() : List.of(query);
        if (!(query instanceof Query.All)) {
            parts.forEach(this::place);
        }
        return new Conditions(
                accounts == null ? List.of() : accounts,
                senders == null ? List.of() : senders,
                recipients == null ? List.of() : recipients,
                keywords.isEmpty() ? "" : Query.and(keywords).text(),
                range(range == null ? List.of() : range),
                departments == null ? InDepartments.none() : departments,
                rest.isEmpty() ? "" : Query.and(rest).text());
    }

    private void place(Query part) {
        List<String> whose = accounts == null ? people(Field.ACCOUNT, part) : null;
        List<String> from = senders == null ? people(Field.FROM, part) : null;
        List<String> to = recipients == null ? people(Field.TO, part) : null;
        InDepartments in = departments == null ? departments(part) : null;
        if (whose != null) {
            accounts = whose;
        } else if (in != null) {
            departments = in;
        } else if (from != null) {
            senders = from;
        } else if (to != null) {
            recipients = to;
        } else if (!takeKeywords(part)) {
            rest.add(part);
        }
    }

    /** The values of a condition that names people of one field and nothing else, or {@code null}. */
    private static @Nullable List<String> people(Field field, Query part) {
        List<Query> any = part instanceof Query.Or or ? or.parts() : List.of(part);
        List<String> people = new ArrayList<>();
        for (Query one : any) {
            boolean isOfField = one instanceof Query.Text text && text.fields().equals(List.of(field));
            String typed = isOfField ? Person.typed((Query.Text) one) : null;
            if (typed == null || people.contains(typed)) {
                return null;
            }
            people.add(typed);
        }
        return people;
    }

    /** A condition that names departments, all in one way, and nothing else, or {@code null}. */
    private static @Nullable InDepartments departments(Query part) {
        List<Query> any = part instanceof Query.Or or ? or.parts() : List.of(part);
        List<String> ids = new ArrayList<>();
        Query.@Nullable Department first = null;
        for (Query one : any) {
            if (!(one instanceof Query.Department department)) {
                return null;
            }
            first = first == null ? department : first;
            boolean alike = department.below() == first.below() && department.now() == first.now();
            if (!alike || ids.contains(department.reference())) {
                return null;
            }
            ids.add(department.reference());
        }
        return first == null ? null : new InDepartments(ids, first.below(), first.now());
    }

    private boolean takeKeywords(Query part) {
        List<Field> fields = Scoped.common(part).filter(Apart::isRange).orElse(null);
        if (fields == null || (range != null && !range.equals(fields))) {
            return false;
        }
        range = fields;
        keywords.add(Scoped.without(part));
        return true;
    }

    /** All three named are another query than none named, although it finds the same. */
    private static boolean isRange(List<Field> fields) {
        return fields.isEmpty() || (fields.size() < 3 && range(fields).size() == fields.size());
    }

    private static Set<KeywordRange> range(List<Field> fields) {
        Set<KeywordRange> range = EnumSet.noneOf(KeywordRange.class);
        for (KeywordRange one : KeywordRange.values()) {
            if (fields.isEmpty() || fields.contains(one.field())) {
                range.add(one);
            }
        }
        return range;
    }
}
