package org.muniment.server.cli;

import java.io.IOException;

/** A mail could not be read while it was being sent; the connection is worthless, the mail is a failure. */
final class UnreadableItemException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableItemException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
