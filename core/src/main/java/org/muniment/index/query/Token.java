package org.muniment.index.query;

/**
 * One piece of a query text.
 *
 * @param text what it holds: the word without quotation marks or {@code *}, the field names before the colon
 * @param star whether a {@code *} stands directly behind the word
 * @param start index of its first character in the query text
 */
record Token(Kind kind, String text, boolean star, int start) {

    /** What a piece of a query text is. */
    enum Kind {
        OPEN,
        CLOSE,
        AND,
        OR,
        NOT,
        MINUS,
        FIELD,
        WORD,
        PHRASE,
        STAR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
