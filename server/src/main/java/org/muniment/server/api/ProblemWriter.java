package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.muniment.server.language.Language;
import org.muniment.server.language.Message;
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

    /** The language the reader likes best. */
    static Language language(HttpServletRequest request) {
        return Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Answers with the problem; nothing must have been sent yet. */
    void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Language language = language(request);
        response.resetBuffer();
        response.setStatus(problem.code().status());
        response.setContentType("application/problem+json");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()));
        }
        response.getOutputStream().write(json.writeValueAsBytes(body(request, problem, language)));
    }

    private static Map<String, Object> body(HttpServletRequest request, Problem problem, Language language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/api/docs/problems/" + problem.code().key());
        body.put("title", problem.code().title().in(language));
        body.put("status", problem.code().status());
        body.put("detail", problem.detail().in(language));
        body.put("code", problem.code().key());
        body.put("trace_id", traceId(request));
        if (problem.position() != null) {
            body.put("position", problem.position());
        }
        if (!problem.errors().isEmpty()) {
            body.put(
                    "errors",
                    problem.errors().stream()
                            .map(fault -> fault(fault, language))
                            .toList());
        }
        return body;
    }

    private static Map<String, String> fault(Problem.Fault fault, Language language) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("pointer", fault.pointer());
        body.put("code", fault.code());
        body.put("detail", fault.detail().in(language));
        return body;
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code, String key)
            throws IOException {
        write(request, response, Problem.of(code, Message.of(key)));
    }

    @Override
    public void notAuthenticated(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean tokenGiven = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(
                request,
                response,
                ProblemCode.NOT_AUTHENTICATED,
                tokenGiven ? "denied.token" : isSetUp(request) ? "denied.set-up-code-missing" : "denied.nobody");
    }

    @Override
    public void forbidden(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ProblemCode.FORBIDDEN, isSetUp(request) ? "denied.set-up" : "denied.role");
    }

    private static boolean isSetUp(HttpServletRequest request) {
        return request.getServletPath().startsWith("/api/v1/setup");
    }

    @Override
    public void secondFactorRequired(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ProblemCode.SECOND_FACTOR_REQUIRED, "denied.second-factor");
    }

    @Override
    public void noSuchEndpoint(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ProblemCode.NOT_FOUND, "denied.no-endpoint");
    }

    @Override
    public void forged(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ProblemCode.CSRF, "denied.forged");
    }

    @Override
    public void wrongSetUpCode(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ProblemCode.NOT_AUTHENTICATED, "denied.set-up-code");
    }

    @Override
    public void tooManyAttempts(HttpServletRequest request, HttpServletResponse response, Duration left)
            throws IOException {
        write(request, response, tooMany(left));
    }

    /** The answer to who has to wait before the next try. */
    static Problem tooMany(Duration left) {
        long seconds = left.toSeconds() + 1; // rounded up: a try a moment too early costs another wait
        return Problem.of(ProblemCode.RATE_LIMITED, Message.of("denied.wait", seconds))
                .retryAfter(seconds);
    }

    @Override
    public void wrongHost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ProblemCode.FORBIDDEN, "denied.host");
    }
}
