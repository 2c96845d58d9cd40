package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.DirectoryChangedException;
import org.muniment.archive.MessageNotFoundException;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.server.accounts.AccountTurns;
import org.muniment.server.accounts.SeatsExceededException;
import org.muniment.server.accounts.TooManyAccountsException;
import org.muniment.server.archives.NotSetUpException;
import org.muniment.server.archives.ServiceEndedException;
import org.muniment.server.directory.MemberRefusedException;
import org.muniment.server.language.Message;
import org.muniment.server.people.RefusedException;
import org.muniment.server.security.ReauthenticationRequiredException;
import org.muniment.server.security.RefusalLog;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever ended a request into problem details. Our own faults are logged with the trace id, and not told. */
@RestControllerAdvice
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** That somebody may not, and not that something cannot be. */
    private static final Set<ProblemCode> REFUSALS =
            Set.of(ProblemCode.FORBIDDEN, ProblemCode.REAUTH_REQUIRED, ProblemCode.REASON_REQUIRED);

    private final ProblemWriter writer;
    private final RefusalLog refusals;

    Problems(ProblemWriter writer, RefusalLog refusals) {
        this.writer = writer;
        this.refusals = refusals;
    }

    @ExceptionHandler
    void answer(HttpServletRequest request, HttpServletResponse response, Exception thrown) throws Exception {
        if (response.isCommitted()) {
            throw thrown; // bytes are out: only cutting the connection tells the client that they are not all
        }
        response.reset();
        Problem problem = problem(request, thrown);
        if (REFUSALS.contains(problem.code())) {
            log(request, problem);
        }
        writer.write(request, response, problem);
    }

    /** Nothing was done or shown, so a refusal that cannot be logged stays one. */
    private void log(HttpServletRequest request, Problem refusal) {
        try {
            refusals.refused(request, refusal.code().key());
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} a refusal could not be logged", ProblemWriter.traceId(request), e);
        }
    }

    private static Problem problem(HttpServletRequest request, Exception thrown) {
        if (thrown instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
            return spring.getStatusCode().value() == 404
                    ? Problem.of(ProblemCode.NOT_FOUND, Message.of("denied.no-endpoint"))
                    : spring(spring);
        }
        return switch (thrown) {
            case ProblemException known -> known.problem();
            case QuerySyntaxException query -> QueryFault.of(query);
            case MessageNotFoundException missing ->
                Problem.of(ProblemCode.NOT_FOUND, Message.of("not-found.message", Ids.MESSAGE + missing.id()));
            case ServiceEndedException ended ->
                Problem.of(ProblemCode.CONFLICT, Message.of("organisations.ended", ended.lastDay()));
            case SeatsExceededException seats ->
                Problem.of(ProblemCode.SEATS_EXCEEDED, Message.of("accounts.seats", seats.over(), seats.seats()));
            case TooManyAccountsException _ ->
                Problem.of(ProblemCode.CONFLICT, Message.of("accounts.most", AccountTurns.MOST));
            case MemberRefusedException refused -> MemberProblem.of(refused);
            case RefusedException refused -> Refusals.problem(refused);
            case ReauthenticationRequiredException stale -> stale(stale);
            case NotSetUpException early -> Problem.of(ProblemCode.NOT_SET_UP, Message.of("not-set-up"));
            case DirectoryChangedException _ ->
                Problem.of(ProblemCode.CONFLICT, Message.of("search.directory-changed"));
            case StoreFullException full ->
                Problem.of(ProblemCode.STORAGE_FULL, Message.of("store.full", sentence(full)));
            case StoreUnavailableException later ->
                Problem.of(ProblemCode.UNAVAILABLE, Message.of("store.unavailable", sentence(later)));
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException wrong ->
                Problem.field(wrong.getName(), "invalid", Message.of("invalid.parameter", wrong.getName()));
            default -> ours(request, thrown);
        };
    }

    private static Problem stale(ReauthenticationRequiredException stale) {
        return stale.possible()
                ? Problem.of(ProblemCode.REAUTH_REQUIRED, Message.of("denied.stale"))
                : Problem.of(ProblemCode.FORBIDDEN, Message.of("denied.token-never"));
    }

    private static Problem spring(ErrorResponse spring) {
        String detail = spring.getBody().getDetail();
        return Problem.of(
                ProblemCode.INVALID_REQUEST,
                detail == null ? Message.of("invalid.request") : Message.of("invalid.request-because", detail));
    }

    private static String sentence(Exception thrown) {
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException json
                ? json(json)
                : Problem.of(ProblemCode.INVALID_REQUEST, Message.of("invalid.no-json"));
    }

    /** What is wrong with JSON, without repeating what it holds: it may be a password. */
    static Problem json(JacksonException json) {
        String pointer = json instanceof DatabindException bound ? pointer(bound) : "";
        if (json instanceof UnrecognizedPropertyException) {
            return Problem.field(pointer, "unknown", Message.of("invalid.unknown", pointer));
        }
        if (!pointer.isEmpty()) {
            return Problem.field(pointer, "invalid", Message.of("invalid.kind", pointer));
        }
        return Problem.of(ProblemCode.INVALID_REQUEST, Message.of("invalid.json"));
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
        return Problem.of(ProblemCode.INTERNAL, Message.of("internal", trace));
    }
}
