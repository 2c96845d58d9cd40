package org.muniment.server.api;

import java.util.List;
import java.util.Locale;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.language.Message;

/** A query that cannot be understood, as a problem in the reader's language. */
final class QueryFault {
    private QueryFault() {}

    static Problem of(QuerySyntaxException thrown) {
        Message detail = Message.of("query.at", sentence(thrown), thrown.position());
        String condition = thrown.condition();
        List<Problem.Fault> faults = condition == null
                ? List.of()
                : List.of(new Problem.Fault("/conditions/" + condition, "invalid", detail));
        return new Problem(ProblemCode.QUERY_SYNTAX, detail, thrown.position() - 1, faults, null);
    }

    private static Message sentence(QuerySyntaxException thrown) {
        String key = "query." + thrown.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        List<String> arguments = thrown.arguments();
        boolean hasNoNearest = thrown.reason() == QuerySyntaxException.Reason.FIELD_UNKNOWN
                && arguments.get(1).isEmpty();
        return new Message(hasNoNearest ? key + "-far" : key, List.copyOf(arguments));
    }
}
