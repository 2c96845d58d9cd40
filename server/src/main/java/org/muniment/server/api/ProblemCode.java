package org.muniment.server.api;

import java.util.Locale;

/** The kinds of answer that are no success; codes are part of the API and never change. */
enum ProblemCode {
    INVALID_REQUEST(422, "The request cannot be understood"),
    QUERY_SYNTAX(422, "The query cannot be understood"),
    TIME_RANGE_REQUIRED(422, "A time range is required"),
    NOT_AUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not allowed"),
    SECOND_FACTOR_REQUIRED(403, "A second factor is required"),
    NOT_FOUND(404, "Not found"),
    CONFLICT(409, "Not possible in this state"),
    ARCHIVE_DISABLED(409, "Archiving is off"),
    NOT_SET_UP(409, "Not set up yet"),
    TOO_LARGE(413, "Too large"),
    RANGE_NOT_SATISFIABLE(416, "There is no such range"),
    RATE_LIMITED(429, "Too many attempts"),
    INTERNAL(500, "An error of our own"),
    AUDIT_UNAVAILABLE(503, "The archive log cannot be written"),
    UNAVAILABLE(503, "Not available now"),
    STORAGE_FULL(507, "No room left");

    private final int status;
    private final String title;

    ProblemCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** As it is written: {@code time-range-required}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
