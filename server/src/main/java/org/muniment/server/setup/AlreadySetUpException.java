package org.muniment.server.setup;

/** There is an organisation already; one per installation, and a set-up never replaces it. */
public final class AlreadySetUpException extends Exception {

    public AlreadySetUpException(String organisation) {
        super("This installation is set up already, for the organisation \"" + organisation
                + "\". Nothing was changed.");
    }
}
