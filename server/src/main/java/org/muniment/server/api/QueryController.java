package org.muniment.server.api;

import org.muniment.index.query.Conditions;
import org.muniment.index.query.Query;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.language.Message;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Turns the query line into the form and the form into the line: two views of one query. Searches nothing. */
@RestController
final class QueryController {

    record Parsed(String query, ConditionsBody conditions) {}

    @PostMapping("/api/v1/query:parse")
    Parsed parse(@RequestBody TypedQuery typed) throws QuerySyntaxException {
        if (typed.query() == null && typed.conditions() == null) {
            throw Problem.field("", "required", Message.of("search.neither")).exception();
        }
        Query query = Query.parse(typed.text());
        return new Parsed(query.text(), ConditionsBody.of(Conditions.of(query)));
    }
}
