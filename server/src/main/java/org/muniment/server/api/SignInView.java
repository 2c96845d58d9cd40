package org.muniment.server.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Sessions;

/** An earlier sign-in, so that a person sees one that was not hers. */
record SignInView(Instant at, String client) {

    static @Nullable SignInView of(Optional<Sessions.SignInBefore> before) {
        return before.map(one -> new SignInView(one.at(), one.client())).orElse(null);
    }
}
