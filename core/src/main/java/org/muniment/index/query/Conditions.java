package org.muniment.index.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A query as the fields of a form: whose mail it is, who sent it, who received it, which words where, which
 * departments. All of them must hold.
 *
 * <p>Form and query text are two views of one search: {@link #of} takes any query apart, {@link #toQuery} puts it
 * together again, and what comes back differs at most in the order of its conditions. Immutable.
 *
 * @param accounts any of them took part: whole addresses
 * @param senders any of them sent it: an address, {@code @domain}, or words of name and address; {@code *} at the end
 *     looks for a beginning
 * @param recipients any of them received it, in the same forms: To, Cc, Bcc, envelope
 * @param keywords query text
 * @param keywordRange where words without a field are looked for; none is the same as all
 * @param departments somebody of any of them took part
 * @param rest query text of what the form has no field for
 */
public record Conditions(
        List<String> accounts,
        List<String> senders,
        List<String> recipients,
        String keywords,
        Set<KeywordRange> keywordRange,
        InDepartments departments,
        String rest) {

    /**
     * Departments that are alike in what counts as being in them.
     *
     * @param ids ids or paths; none asks for nothing, whatever the other two say
     * @param below whether the departments below them count too
     * @param now whether whoever is in them now counts for mail of all times; else who was in them when it was sent
     */
    public record InDepartments(List<String> ids, boolean below, boolean now) {
        public InDepartments {
            ids = List.copyOf(ids);
        }

        /** No department is asked for; a form offers departments with what lies below, as it was at the time. */
        public static InDepartments none() {
            return new InDepartments(List.of(), true, false);
        }
    }

    /** A part of a message that keywords are looked for in. */
    public enum KeywordRange {
        /** The Subject. */
        SUBJECT(Field.SUBJECT),
        /** The text of the body. */
        BODY(Field.BODY),
        /** File names of attachments. */
        ATTACHMENT(Field.FILENAME);

        private final Field field;

        KeywordRange(Field field) {
            this.field = field;
        }

        Field field() {
            return field;
        }

        static List<Field> fields(Set<KeywordRange> range) {
            boolean everywhere = range.isEmpty() || range.size() == values().length;
            return everywhere
                    ? List.of()
                    : EnumSet.copyOf(range).stream().map(KeywordRange::field).toList();
        }
    }

    public Conditions {
        accounts = List.copyOf(accounts);
        senders = List.copyOf(senders);
        recipients = List.copyOf(recipients);
        Set<KeywordRange> ordered = EnumSet.noneOf(KeywordRange.class);
        ordered.addAll(keywordRange);
        keywordRange = Collections.unmodifiableSet(ordered);
    }

    /** Takes a query apart. Whatever has no field of the form stands in {@link #rest}. */
    public static Conditions of(Query query) {
        return new Apart().take(query);
    }

    /**
     * The canonical text of a query that asks for all of this.
     *
     * @throws QuerySyntaxException if a part cannot be understood; its {@link QuerySyntaxException#condition} says which
     *     one the position counts in
     */
    public String toQuery() throws QuerySyntaxException {
        List<Query> parts = new ArrayList<>();
        addAny(parts, Field.ACCOUNT, "accounts", accounts);
        addAny(parts, Field.FROM, "senders", senders);
        addAny(parts, Field.TO, "recipients", recipients);
        if (!keywords.isBlank()) {
            parts.add(Scoped.to(KeywordRange.fields(keywordRange), parsed("keywords", keywords)));
        }
        addDepartments(parts);
        if (!rest.isBlank()) {
            parts.add(parsed("rest", rest));
        }
        String text = Query.and(parts).text();
        return Query.parse(text).text(); // together they may be more than a query can hold
    }

    /** The error of a search for all of this, at its place in the form if it is about a department chosen there. */
    public QuerySyntaxException placed(QuerySyntaxException thrown) {
        if (thrown.reason() != QuerySyntaxException.Reason.DEPARTMENT_UNKNOWN) {
            return thrown;
        }
        for (int i = 0; i < departments.ids().size(); i++) {
            String typed = departments.ids().get(i);
            String condition = "departments/ids/" + i;
            try {
                Query.Department one = Departments.typed(condition, typed, departments.below(), departments.now());
                if (one.reference().equals(thrown.arguments().getFirst())) {
                    return Departments.unknown(one, typed).in(condition);
                }
            } catch (QuerySyntaxException e) {
                return e;
            }
        }
        return thrown;
    }

    private static void addAny(List<Query> parts, Field field, String name, List<String> values)
            throws QuerySyntaxException {
        Set<Query> any = new LinkedHashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isBlank()) {
                any.add(person(field, name + "/" + i, values.get(i)));
            }
        }
        if (!any.isEmpty()) {
            parts.add(Query.or(List.copyOf(any)));
        }
    }

    private void addDepartments(List<Query> parts) throws QuerySyntaxException {
        Set<Query> any = new LinkedHashSet<>();
        for (int i = 0; i < departments.ids().size(); i++) {
            String id = departments.ids().get(i);
            if (!id.isBlank()) {
                any.add(Departments.typed("departments/ids/" + i, id, departments.below(), departments.now()));
            }
        }
        if (!any.isEmpty()) {
            parts.add(Query.or(List.copyOf(any)));
        }
    }

    private static Query person(Field field, String name, String typed) throws QuerySyntaxException {
        try {
            return Person.read(field, typed);
        } catch (QuerySyntaxException e) {
            throw e.in(name);
        }
    }

    private static Query parsed(String name, String text) throws QuerySyntaxException {
        try {
            return Query.parse(text);
        } catch (QuerySyntaxException e) {
            throw e.in(name);
        }
    }
}
