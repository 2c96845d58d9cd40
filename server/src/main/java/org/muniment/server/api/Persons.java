package org.muniment.server.api;

import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;

/** For endpoints that remember whose something is. */
final class Persons {
    private Persons() {}

    /** The person who calls; access rules let nobody else in here. */
    static Caller.Person only(Caller caller) {
        if (caller instanceof Caller.Person person) {
            return person;
        }
        throw Problem.of(ProblemCode.FORBIDDEN, Message.of("denied.nobody")).exception();
    }
}
