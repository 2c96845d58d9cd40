package org.muniment.server.archives;

/** There is no organisation yet, so there is nothing to do this with. */
public final class NotSetUpException extends RuntimeException {

    public NotSetUpException() {
        super("No organisation is set up yet. Set one up with: ./muniment init --organisation NAME --domain DOMAIN"
                + " --postmaster ADDRESS --archive-admin ADDRESS --password-file FILE");
    }
}
