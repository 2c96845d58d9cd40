package org.muniment.server.api;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(
                problem.detail().english(),
                null,
                false,
                false); // an answer, not a fault of ours: nobody needs its stack trace
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
