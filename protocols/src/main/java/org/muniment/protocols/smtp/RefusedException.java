package org.muniment.protocols.smtp;

/** A command that is answered with a refusal. The message is the reply line. */
final class RefusedException extends Exception {

    RefusedException(String reply) {
        super(reply, null, false, false);
    }

    /** The reply line. */
    String reply() {
        return String.valueOf(getMessage());
    }
}
