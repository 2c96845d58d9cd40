package org.muniment.server.api;

import org.muniment.server.directory.MemberRefusedException;

/** A change of the directory that was refused, as a problem. */
final class MemberProblem {
    /** As long as a table of ten thousand rows takes, and longer. */
    static final long RETRY_SECONDS = 15;

    private MemberProblem() {}

    static Problem of(MemberRefusedException refused) {
        return switch (refused.why()) {
            case NOT_FOUND ->
                Problem.of(ProblemCode.NOT_FOUND, refused.faults().getFirst().sentence());
            case CONFLICT ->
                Problem.of(ProblemCode.CONFLICT, refused.faults().getFirst().sentence());
            case TOO_LARGE ->
                Problem.of(ProblemCode.TOO_LARGE, refused.faults().getFirst().sentence());
            case BUSY ->
                Problem.of(ProblemCode.UNAVAILABLE, refused.faults().getFirst().sentence())
                        .retryAfter(RETRY_SECONDS);
            case INVALID ->
                Problem.fields(refused.faults().stream()
                        .map(fault -> new Problem.Fault(fault.pointer(), fault.code(), fault.sentence()))
                        .toList());
        };
    }
}
