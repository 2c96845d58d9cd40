package org.muniment.index.query;

/** A parsed query: a tree that knows nothing of any engine. */
public sealed interface Query {

    /** Parses the query text; empty text matches everything. */
    static Query parse(String text) throws QuerySyntaxException {
        if (text.isBlank()) {
            return new All();
        }
        throw new QuerySyntaxException("not yet", 1);
    }

    /** Matches every message. */
    record All() implements Query {}
}
