package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server answered with a problem (RFC 9457). */
final class Refusal extends CliException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final long position;
    private final long retryAfterSeconds;

    private Refusal(int exitCode, String message, String code, long position, long retryAfterSeconds) {
        super(exitCode, message);
        this.code = code;
        this.position = position;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static Refusal of(HttpAnswer answer) throws IOException {
        Json problem = problem(answer);
        String code = problem.get("code").text();
        return new Refusal(
                exitCode(answer.status()),
                message(answer, code, problem),
                code,
                problem.get("position").present() ? problem.get("position").number() : -1,
                seconds(answer.field("retry-after")));
    }

    private static Json problem(HttpAnswer answer) throws IOException {
        byte[] body = answer.bytes();
        String type = answer.field("content-type");
        return type != null && type.contains("json") ? Json.read(body) : Json.NOTHING;
    }

    /** Only who is not known at all is told to sign in: a wrong password or code is another thing. */
    private static String message(HttpAnswer answer, String code, Json problem) {
        int status = answer.status();
        String detail = problem.get("detail").text();
        if (code.equals("not-authenticated") && answer.field("www-authenticate") != null) {
            return "You are not signed in, or the sign-in has ended. " + Credentials.HOW_TO_SIGN_IN;
        }
        if (detail.isEmpty()) {
            return "The server answered " + status + " and nothing else; look into its log.";
        }
        String trace = problem.get("trace_id").text();
        return status == 500 && !trace.isEmpty() ? detail + " (trace " + trace + ")" : detail;
    }

    private static int exitCode(int status) {
        return switch (status) {
            case 401, 403, 428 -> ExitCode.NOT_ALLOWED;
            case 404 -> ExitCode.NOT_FOUND;
            case 422 -> ExitCode.USAGE;
            case 429, 502, 503, 504, 507 -> ExitCode.TRY_AGAIN;
            default -> ExitCode.FAILED;
        };
    }

    private static long seconds(@Nullable String retryAfter) {
        return retryAfter != null && retryAfter.matches("[0-9]{1,5}") ? Long.parseLong(retryAfter) : -1;
    }

    /** What kind of problem: a word that stays the same. */
    String code() {
        return code;
    }

    /** Where in the query it is, from 0; -1 if it is not about a query. */
    long position() {
        return position;
    }

    /** When to try again; -1 if the server did not say. */
    long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
