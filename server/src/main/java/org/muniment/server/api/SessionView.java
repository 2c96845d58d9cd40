package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Role;
import org.muniment.server.database.Sessions;
import org.muniment.server.security.Capability;
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
                person(done),
                done.mustEnrol(),
                SignInView.of(done.before()));
    }

    private static PersonView person(SignIn.Result.Done done) {
        Set<Role> roles = done.person().roles();
        return PersonView.of(done.person().address(), roles, done.mustEnrol() ? Set.of() : Capability.of(roles));
    }

    /** Without the token, so that no log ever shows it. */
    @Override
    public String toString() {
        return "SessionView[" + person + "]";
    }
}
