package org.muniment.server.security;

/** The act needs a proof of who asks that is fresher than the one there is. */
public final class ReauthenticationRequiredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean possible;

    ReauthenticationRequiredException(boolean possible) {
        super("a fresh proof is needed", null, false, false); // an answer, not a fault
        this.possible = possible;
    }

    /** Whether whoever asks can give one: a token cannot. */
    public boolean possible() {
        return possible;
    }
}
