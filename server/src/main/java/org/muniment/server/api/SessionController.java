package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.Sessions;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.SessionCookie;
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
    private final SessionCookie cookie;

    SessionController(SignIn signIn, SessionCookie cookie) {
        this.signIn = signIn;
        this.cookie = cookie;
    }

    record Credentials(
            @Nullable String address,
            @Nullable String password,
            @Nullable String kind) {

        Sessions.Kind session() {
            return switch (kind == null ? "token" : kind) {
                case "token" -> Sessions.Kind.TOKEN;
                case "cookie" -> Sessions.Kind.COOKIE;
                default ->
                    throw Problem.field("/kind", "invalid", Message.of("invalid.one-of", "/kind", "token, cookie"))
                            .exception();
            };
        }

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Credentials[" + address + "]";
        }
    }

    record SessionView(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String token,

            Instant expiresAt,
            PersonView person,
            @Nullable SignInView lastSignIn) {

        /** Without the token, so that no log ever shows it. */
        @Override
        public String toString() {
            return "SessionView[" + person + "]";
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SessionView signIn(@RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String address = Required.value("/address", given.address());
        String password = Required.value("/password", given.password());
        Sessions.Kind kind = given.session();
        return switch (signIn.attempt(address, password, kind, request.getRemoteAddr())) {
            case SignIn.Result.Done done -> begin(done, kind, request, response);
            case SignIn.Result.Refused _ ->
                throw Problem.of(ProblemCode.NOT_AUTHENTICATED, Message.of("sign-in.refused"))
                        .exception();
            case SignIn.Result.Wait wait ->
                throw ProblemWriter.tooMany(wait.left()).exception();
            case SignIn.Result.SecondFactorNeeded _ ->
                throw Problem.of(ProblemCode.SECOND_FACTOR_REQUIRED, Message.of("sign-in.second-factor"))
                        .exception();
        };
    }

    private SessionView begin(
            SignIn.Result.Done done, Sessions.Kind kind, HttpServletRequest request, HttpServletResponse response) {
        boolean byCookie = kind == Sessions.Kind.COOKIE;
        if (byCookie) {
            cookie.read(request).ifPresent(signIn::replaced);
            cookie.give(done.token(), request, response);
        }
        return new SessionView(
                byCookie ? null : done.token(),
                done.expires(),
                PersonView.of(done.person().address(), done.person().roles()),
                SignInView.of(done.before()));
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@AuthenticationPrincipal Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (caller instanceof Caller.Person person) {
            signIn.signOut(person);
            cookie.take(request, response);
        }
    }
}
