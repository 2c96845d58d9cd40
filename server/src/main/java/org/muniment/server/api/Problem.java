package org.muniment.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done.
 *
 * @param detail one sentence: what is wrong, where, what to do
 * @param position for a query, the character where it is wrong, the first being 1
 * @param retryAfter seconds after which trying again makes sense
 */
record Problem(
        ProblemCode code,
        String detail,
        @Nullable Integer position,
        List<Fault> errors,
        @Nullable Long retryAfter) {

    /**
     * One thing that is wrong in a request.
     *
     * @param pointer where, as a JSON pointer (RFC 6901)
     * @param code what about it: {@code required}, {@code unknown}, {@code invalid}
     */
    record Fault(String pointer, String code) {}

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(ProblemCode code, String detail) {
        return new Problem(code, detail, null, List.of(), null);
    }

    /** One field of the request is wrong. */
    static Problem field(String pointer, String code, String detail) {
        return new Problem(ProblemCode.INVALID_REQUEST, detail, null, List.of(new Fault(pointer, code)), null);
    }

    /** Many are, each with its own sentence. */
    static Problem fields(String detail, List<Fault> errors) {
        return new Problem(ProblemCode.INVALID_REQUEST, detail, null, errors, null);
    }

    Problem retryAfter(long seconds) {
        return new Problem(code, detail, position, errors, seconds);
    }

    /** For throwing. */
    ProblemException exception() {
        return new ProblemException(this);
    }
}
