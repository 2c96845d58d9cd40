package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.server.security.DenialAnswer;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details (RFC 9457), whatever the client said it accepts. Thread-safe. */
final class ProblemWriter implements DenialAnswer {
    private static final String TRACE_ID = ProblemWriter.class.getName() + ".trace";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** The id by which an answer and its lines in the server's log are found. */
    static String traceId(HttpServletRequest request) {
        if (request.getAttribute(TRACE_ID) instanceof String known) {
            return known;
        }
        byte[] bytes = new byte[8];
        RANDOM.nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        request.setAttribute(TRACE_ID, fresh);
        return fresh;
    }

    /** Answers with the problem; nothing must have been sent yet. */
    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        response.resetBuffer();
        response.setStatus(problem.code().status());
        response.setContentType("application/problem+json");
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()));
        }
        response.getOutputStream().write(json.writeValueAsBytes(body(request, problem)));
    }

    private static Map<String, Object> body(HttpServletRequest request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/api/docs/problems/" + problem.code().key());
        body.put("title", problem.code().title());
        body.put("status", problem.code().status());
        body.put("detail", problem.detail());
        body.put("code", problem.code().key());
        body.put("trace_id", traceId(request));
        if (problem.position() != null) {
            body.put("position", problem.position());
        }
        List<Problem.Fault> errors = problem.errors();
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return body;
    }

    @Override
    public void notAuthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean tokenGiven = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                request,
                response,
                Problem.of(
                        ProblemCode.NOT_AUTHENTICATED,
                        tokenGiven
                                ? "The token is not valid, or not any more; sign in again."
                                : "This needs a signed-in person; sign in with POST /api/v1/sessions or"
                                        + " ./muniment login."));
    }

    @Override
    public void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String detail = request.getRequestURI().endsWith("/setup")
                ? "Only the machine's own operator sets up: run ./muniment init where the server runs."
                : "This is for the archive administrator, signed in; whoever signed in here has not that role.";
        write(request, response, Problem.of(ProblemCode.FORBIDDEN, detail));
    }

    @Override
    public void noSuchEndpoint(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                Problem.of(ProblemCode.NOT_FOUND, "There is nothing that answers this method at this path."));
    }

    @Override
    public void wrongHost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                request,
                response,
                Problem.of(
                        ProblemCode.FORBIDDEN,
                        "The server was called by a host name that is not its own; if it is, add it to"
                                + " MUNIMENT_HTTP_HOSTS."));
    }
}
