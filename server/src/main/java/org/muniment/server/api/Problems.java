package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.MessageNotFoundException;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.archives.NotSetUpException;
import org.muniment.server.language.Message;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever ended a request into problem details. Our own faults are logged with the trace id, and not told. */
@RestControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemWriter writer;

    Problems(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(HttpServletRequest request, HttpServletResponse response, Exception thrown) throws Exception {
        if (response.isCommitted()) {
            throw thrown; // bytes are out: only cutting the connection tells the client that they are not all
        }
        response.reset();
        writer.write(request, response, problem(request, thrown));
    }

    private static Problem problem(HttpServletRequest request, Exception thrown) {
        if (thrown instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
            return spring.getStatusCode().value() == 404
                    ? Problem.of(ProblemCode.NOT_FOUND, Message.of("denied.no-endpoint"))
                    : Problem.of(ProblemCode.INVALID_REQUEST, detail(spring));
        }
        return switch (thrown) {
            case ProblemException known -> known.problem();
            case QuerySyntaxException query ->
                new Problem(
                        ProblemCode.QUERY_SYNTAX,
                        Message.verbatim(sentence(query)),
                        query.position() - 1,
                        condition(query),
                        null);
            case MessageNotFoundException missing -> Problem.of(ProblemCode.NOT_FOUND, sentence(missing));
            case NotSetUpException early -> Problem.of(ProblemCode.NOT_SET_UP, sentence(early));
            case StoreFullException full -> Problem.of(ProblemCode.STORAGE_FULL, sentence(full));
            case StoreUnavailableException later -> Problem.of(ProblemCode.UNAVAILABLE, sentence(later));
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            default -> ours(request, thrown);
        };
    }

    /** Which field of the form the position counts in, if it was typed there. */
    private static List<Problem.Fault> condition(QuerySyntaxException query) {
        String condition = query.condition();
        return condition == null
                ? List.of()
                : List.of(new Problem.Fault("/conditions/" + condition, "invalid", Message.verbatim(sentence(query))));
    }

    private static String detail(ErrorResponse spring) {
        return Optional.ofNullable(spring.getBody().getDetail()).orElse("The request is not as it should be.");
    }

    private static String sentence(Exception thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                ? json(json)
                : Problem.of(ProblemCode.INVALID_REQUEST, "The request needs a body of JSON.");
    }

    /** What is wrong with JSON, without repeating what it holds: it may be a password. */
    static Problem json(JacksonException json) {
        String pointer = json instanceof DatabindException bound ? pointer(bound) : "";
        if (json instanceof UnrecognizedPropertyException) {
            return Problem.field(pointer, "unknown", "There is no field " + pointer + " in this request.");
        }
        if (!pointer.isEmpty()) {
            return Problem.field(pointer, "invalid", "The value of " + pointer + " is not of the kind that is needed.");
        }
        return Problem.of(ProblemCode.INVALID_REQUEST, "The body is not valid JSON for this request.");
    }

    private static String pointer(DatabindException bound) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : bound.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/').append(name == null ? Integer.toString(step.getIndex()) : name);
        }
        return pointer.toString();
    }

    private static Problem ours(HttpServletRequest request, Exception thrown) {
        String trace = ProblemWriter.traceId(request);
        if (thrown instanceof IOException && thrown.getClass().getName().contains("ClientAbort")) {
            LOG.debug("{} the client went away", trace);
        } else {
            LOG.error("{} {} failed", trace, request.getMethod(), thrown);
        }
        return Problem.of(
                ProblemCode.INTERNAL, "The server failed to do this; its log says why under trace id " + trace + ".");
    }
}
