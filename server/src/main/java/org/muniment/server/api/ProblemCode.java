package org.muniment.server.api;

import java.util.Locale;
import org.muniment.server.language.Message;

/** The kinds of answer that are no success; codes are part of the API and never change. */
enum ProblemCode {
    INVALID_REQUEST(422),
    QUERY_SYNTAX(422),
    TIME_RANGE_REQUIRED(422),
    NOT_AUTHENTICATED(401),
    FORBIDDEN(403),
    CSRF(403),
    SECOND_FACTOR_REQUIRED(403),
    REAUTH_REQUIRED(403),
    NOT_FOUND(404),
    CONFLICT(409),
    ARCHIVE_DISABLED(409),
    SEATS_EXCEEDED(409),
    NOT_SET_UP(409),
    TOO_LARGE(413),
    RANGE_NOT_SATISFIABLE(416),
    REASON_REQUIRED(428),
    RATE_LIMITED(429),
    INTERNAL(500),
    AUDIT_UNAVAILABLE(503),
    UNAVAILABLE(503),
    STORAGE_FULL(507);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    Message title() {
        return Message.of("problem." + key());
    }

    /** As it is written: {@code time-range-required}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
