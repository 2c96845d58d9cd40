package org.muniment.server.api;

import org.jspecify.annotations.Nullable;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.language.Message;

/** A query as somebody typed it: into the line, or into the form. */
record TypedQuery(@Nullable String query, @Nullable ConditionsBody conditions) {

    /** The query that is meant; empty, which is everything, if neither was given. */
    String text() throws QuerySyntaxException {
        if (query != null && conditions != null) {
            throw Problem.field("/conditions", "invalid", Message.of("search.both"))
                    .exception();
        }
        if (conditions != null) {
            return conditions.conditions().toQuery();
        }
        return query == null ? "" : query;
    }

    /** The error of a search for it, at its place in what was typed. */
    QuerySyntaxException placed(QuerySyntaxException thrown) {
        return conditions == null ? thrown : conditions.conditions().placed(thrown);
    }
}
