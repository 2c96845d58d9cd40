package org.muniment.server.accounts;

/** An organisation would have more archive accounts than are kept. Nothing was changed. */
public final class TooManyAccountsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooManyAccountsException() {
        super("at most " + AccountTurns.MOST + " archive accounts", null, false, false); // an answer, not a fault
    }
}
