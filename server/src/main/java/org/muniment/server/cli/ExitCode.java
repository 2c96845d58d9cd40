package org.muniment.server.cli;

/** What a command returns to the shell. Part of the public interface: scripts depend on the numbers. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int NOT_ALLOWED = 4;
    /** Some of it was done, the rest is named in the report. */
    static final int PARTLY_DONE = 5;

    static final int INTEGRITY_FAILURE = 6;
    /** Nothing was done: somebody has to say yes to it first. */
    static final int NEEDS_APPROVAL = 7;

    /** As EX_TEMPFAIL of sysexits: the same command may succeed later. */
    static final int TRY_AGAIN = 75;

    private ExitCode() {}
}
