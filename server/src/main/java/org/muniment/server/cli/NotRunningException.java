package org.muniment.server.cli;

import org.jspecify.annotations.Nullable;

/** No server runs on the home folder; what can be done without one may be done. */
final class NotRunningException extends CliException {
    private static final long serialVersionUID = 1;

    NotRunningException(String message, @Nullable Throwable cause) {
        super(ExitCode.TRY_AGAIN, message);
        initCause(cause);
    }
}
