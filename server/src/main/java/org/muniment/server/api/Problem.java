package org.muniment.server.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;

/**
 * Why a request was not done.
 *
 * @param detail one sentence: what is wrong, where, what to do
 * @param position for a query, where it is wrong, counted in characters from 0
 * @param retryAfter seconds after which trying again makes sense
 */
record Problem(
        ProblemCode code,
        Message detail,
        @Nullable Integer position,
        List<Fault> errors,
        @Nullable Long retryAfter) {

    /**
     * One thing that is wrong in a request.
     *
     * @param pointer where, as a JSON pointer (RFC 6901)
     * @param code what about it: {@code required}, {@code unknown}, {@code invalid}
     * @param detail what is wrong with it, for the reader
     */
    record Fault(String pointer, String code, Message detail) {}

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(ProblemCode code, Message detail) {
        return new Problem(code, detail, null, List.of(), null);
    }

    /** One field of the request is wrong. */
    static Problem field(String pointer, String code, Message detail) {
        return field(ProblemCode.INVALID_REQUEST, pointer, code, detail);
    }

    /** One field of the request is wrong in a way that has a code of its own. */
    static Problem field(ProblemCode kind, String pointer, String code, Message detail) {
        return new Problem(kind, detail, null, List.of(new Fault(pointer, code, detail)), null);
    }

    /** Many are, each with its own sentence. */
    static Problem fields(List<Fault> errors) {
        Message first = errors.getFirst().detail();
        Message detail = errors.size() == 1 ? first : Message.of("invalid.many", errors.size(), first);
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
