package org.muniment.server.security;

import java.time.InstantSource;
import java.util.Optional;
import org.muniment.server.database.Sessions;

/** Whether somebody may still what she might when her request began; for answers that go on for hours. Thread-safe. */
public final class Standing {
    private final Sessions sessions;
    private final TokenPasses tokens;
    private final InstantSource clock;

    Standing(Sessions sessions, TokenPasses tokens, InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Whether the session or token still is good for exactly what it was; does not count as use. */
    public boolean isAsBefore(Caller.Person person) {
        Optional<Pass> now = switch (person.pass().kind()) {
            case SESSION -> sessions.valid(person.tokenHash(), clock.instant()).map(Pass::of);
            case TOKEN -> tokens.peek(person.tokenHash(), person.client()).map(Caller.Person::pass);
        };
        return now.filter(person.pass()::equals).isPresent();
    }
}
