package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.Person;
import org.muniment.server.directory.Role;
import org.muniment.server.security.Caller;
import org.muniment.server.security.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs in and out. */
@RestController
@RequestMapping("/api/v1/sessions")
final class SessionController {
    private final SignIn signIn;

    SessionController(SignIn signIn) {
        this.signIn = signIn;
    }

    record Credentials(@Nullable String address, @Nullable String password) {

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Credentials[" + address + "]";
        }
    }

    record PersonView(String address, List<String> roles) {

        static PersonView of(Person person) {
            return new PersonView(
                    person.address(),
                    person.roles().stream().sorted().map(Role::key).toList());
        }
    }

    record SessionView(String token, Instant expiresAt, PersonView person) {

        /** Without the token, so that no log ever shows it. */
        @Override
        public String toString() {
            return "SessionView[" + person + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SessionView signIn(@RequestBody Credentials given, HttpServletRequest request) throws IOException {
        String address = Required.value("/address", given.address());
        String password = Required.value("/password", given.password());
        return switch (signIn.attempt(address, password, request.getRemoteAddr())) {
            case SignIn.Result.Done done -> new SessionView(done.token(), done.expires(), PersonView.of(done.person()));
            case SignIn.Result.Refused _ ->
                throw Problem.of(ProblemCode.NOT_AUTHENTICATED, "Address or password is wrong.")
                        .exception();
            case SignIn.Result.Wait wait -> throw tooMany(wait.left().toSeconds() + 1);
            case SignIn.Result.SecondFactorNeeded _ ->
                throw Problem.of(
                                ProblemCode.SECOND_FACTOR_REQUIRED,
                                "This organisation asks for a second factor of everyone who can read mail, and this"
                                        + " version cannot enrol one yet; mail goes on being archived.")
                        .exception();
        };
    }

    private static ProblemException tooMany(long seconds) {
        return Problem.of(ProblemCode.RATE_LIMITED, "Too many failed attempts; try again in " + seconds + " s.")
                .retryAfter(seconds)
                .exception();
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@AuthenticationPrincipal Caller caller) throws IOException {
        if (caller instanceof Caller.Person person) {
            signIn.signOut(person);
        }
    }
}
