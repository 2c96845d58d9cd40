package org.muniment.server.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.server.database.Sessions;

/**
 * Guards acts that must not be done by whoever finds an open console: they need a proof of who asks, a password or a
 * passkey, that is at most ten minutes old. Signing in is one. Thread-safe.
 */
public final class Reauthentication {
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Sessions sessions;
    private final InstantSource clock;

    Reauthentication(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Returns if the proof is fresh. The machine's own operator, who can read the home folder, needs none.
     *
     * @throws ReauthenticationRequiredException if it is not, and always for a token; answered 403
     */
    public void require(Caller caller) {
        if (!(caller instanceof Caller.Person person)) {
            return;
        }
        if (person.pass().kind() == Pass.Kind.TOKEN) {
            throw new ReauthenticationRequiredException(false);
        }
        if (freshUntil(person).isEmpty()) {
            throw new ReauthenticationRequiredException(true);
        }
    }

    /** Until when dangerous acts go without asking again; empty if they do not. */
    public Optional<Instant> freshUntil(Caller.Person person) {
        return sessions.find(person.tokenHash())
                .map(session -> session.authenticated().plus(FRESH))
                .filter(until -> clock.instant().isBefore(until));
    }
}
