package org.muniment.server.audit;

import java.io.IOException;

/** The log is being projected into the database and cannot be filtered yet; trying again later helps. */
public final class LogBehindException extends IOException {

    public LogBehindException() {
        super("The archive log is still being read into the database.");
    }
}
