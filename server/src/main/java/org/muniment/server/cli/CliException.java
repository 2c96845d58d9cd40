package org.muniment.server.cli;

import java.io.IOException;

/**
 * A command cannot go on. The message is for the person who typed it: what is wrong, where, and what to do.
 */
public class CliException extends IOException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    /**
     * @param exitCode what the command returns to the shell
     * @param message one or two whole sentences
     */
    public CliException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    CliException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the command returns to the shell. */
    public final int exitCode() {
        return exitCode;
    }

    static CliException usage(String message) {
        return new CliException(ExitCode.USAGE, message);
    }
}
