package org.muniment.index.query;

import java.util.ArrayList;
import java.util.List;

/** A parsed query: a tree that knows nothing of any engine. Immutable; equal trees find the same. */
public sealed interface Query {

    /**
     * Parses the query text; empty text matches everything. The language is defined in {@code docs/formats/query.md}.
     *
     * @throws QuerySyntaxException if the text is no query, or more than the limits allow
     */
    static Query parse(String text) throws QuerySyntaxException {
        return new Parser(text).parse();
    }

    /** The canonical text: {@link #parse} reads it as an equal query. */
    default String text() {
        return Printer.print(this);
    }

    /**
     * The error that there is no such department, at its place in a query text that asks for it.
     *
     * @param text as it was given to {@link #parse}
     */
    static QuerySyntaxException unknown(Department department, String text) {
        return Departments.unknown(department, text);
    }

    /** All of them together; everything if there are none. */
    static Query and(List<Query> parts) {
        return switch (parts.size()) {
            case 0 -> new All();
            case 1 -> parts.getFirst();
            default -> new And(parts);
        };
    }

    /** Any of them; the list must not be empty. */
    static Query or(List<Query> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Or(parts);
    }

    /** Matches every message. */
    record All() implements Query {}

    /** Matches what all parts match. There are two or more, none of them an {@code And}: those are taken apart. */
    record And(List<Query> parts) implements Query {
        public And {
            List<Query> flat = new ArrayList<>();
            parts.forEach(part -> flat.addAll(part instanceof And and ? and.parts() : List.of(part)));
            parts = atLeastTwo(flat);
        }
    }

    /** Matches what any part matches. There are two or more, none of them an {@code Or}: those are taken apart. */
    record Or(List<Query> parts) implements Query {
        public Or {
            List<Query> flat = new ArrayList<>();
            parts.forEach(part -> flat.addAll(part instanceof Or or ? or.parts() : List.of(part)));
            parts = atLeastTwo(flat);
        }
    }

    /** Matches what its part does not match. */
    record Not(Query part) implements Query {}

    /**
     * Matches text: a word or several words in a row.
     *
     * @param fields where; any of them is enough; none stands for subject, body and file names of attachments
     * @param value as typed, without quotation marks
     * @param prefix whether the last word is only the beginning of one
     */
    record Text(List<Field> fields, String value, boolean prefix) implements Query {
        public Text {
            fields = fields.stream().distinct().sorted().toList();
        }
    }

    /** Matches by the size of the original, in bytes: over the bound, or under it; never the bound itself. */
    record Size(boolean larger, long bytes) implements Query {}

    /** Matches by a property of the message. */
    record Is(Property property) implements Query {}

    /**
     * Matches mail in which somebody of a department takes part, as {@link Field#ACCOUNT} has it.
     *
     * @param reference id, or names from the top of the tree down with {@code /} between them
     * @param below whether the departments below it count too
     * @param now whether whoever is in it now counts for mail of all times; else who was in it when the mail was sent
     */
    record Department(String reference, boolean below, boolean now) implements Query {
        public Department {
            if (!Departments.isNormal(reference, below)) {
                throw new IllegalArgumentException("`" + reference + "` is not the normal form of a department");
            }
        }
    }

    /** A property that a message has or has not. */
    enum Property {
        /** It has attachments. */
        ATTACHMENT("has:attachment"),
        /** Not all of it could be read, so it may match a query unseen. */
        PARTIAL("is:partial"),
        /** Somebody before us called it spam. */
        SPAM("is:spam"),
        /** A machine answered for a person who is away. */
        AUTOREPLY("is:autoreply"),
        /** A rule of a mailbox passed it on. */
        FORWARDED("is:forwarded"),
        /** A mail system wrote it. */
        SYSTEM("is:system");

        private final String text;

        Property(String text) {
            this.text = text;
        }

        /** The query text that asks for it. */
        public String text() {
            return text;
        }
    }

    private static List<Query> atLeastTwo(List<Query> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("a combination has two parts or more, not " + parts.size());
        }
        return List.copyOf(parts);
    }
}
