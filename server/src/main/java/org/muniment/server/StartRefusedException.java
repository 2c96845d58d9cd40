package org.muniment.server;

/** The server cannot start. The message is a sentence for the operator: what is wrong and what to do. */
public final class StartRefusedException extends Exception {

    StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
