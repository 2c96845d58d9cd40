package org.muniment.server.security;

import java.util.EnumSet;
import java.util.Set;
import org.muniment.server.database.Sessions;

/**
 * What a person is known by in a request, and what that is good for.
 *
 * @param id of the session ({@code ses_…}) or of the token ({@code tok_…})
 * @param capabilities what it allows: never more than the person's roles bring at this moment
 * @param mustEnrol whether it is good for nothing but enrolling a second factor
 * @param twoFactors whether it was begun with two factors
 */
public record Pass(Kind kind, String id, Set<Capability> capabilities, boolean mustEnrol, boolean twoFactors) {

    /** How it came to be. */
    public enum Kind {
        /** Somebody signed in. */
        SESSION,
        /** A program has a token of somebody. */
        TOKEN
    }

    public Pass {
        capabilities = capabilities.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(capabilities));
    }

    /** The pass of a session as it is now. */
    static Pass of(Sessions.Session session) {
        boolean mustEnrol = session.lacksFactor();
        return new Pass(
                Kind.SESSION,
                session.id(),
                mustEnrol ? Set.of() : Capability.of(session.roles()),
                mustEnrol,
                session.proof().twoFactors());
    }

    /** The pass of a token. */
    static Pass token(String id, Set<Capability> capabilities, boolean twoFactors) {
        return new Pass(Kind.TOKEN, id, capabilities, false, twoFactors);
    }
}
