package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.Sessions;
import org.muniment.server.security.SignIn;

/** A session that begins. */
record SessionView(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token,

        Instant expiresAt,
        PersonView person,
        boolean mustEnrol,
        @Nullable SignInView lastSignIn) {

    static SessionView of(SignIn.Result.Done done) {
        return new SessionView(
                done.kind() == Sessions.Kind.COOKIE ? null : done.token(),
                done.expires(),
                PersonView.of(done.person().address(), done.person().roles()),
                done.mustEnrol(),
                SignInView.of(done.before()));
    }

    /** Without the token, so that no log ever shows it. */
    @Override
    public String toString() {
        return "SessionView[" + person + "]";
    }
}
