package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Sessions;
import org.muniment.server.factors.Factors;
import org.muniment.server.language.Message;
import org.muniment.server.security.SessionCookie;
import org.muniment.server.security.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What every way of signing in is answered with. */
final class SignInAnswers {
    private final SignIn signIn;
    private final SessionCookie cookie;

    SignInAnswers(SignIn signIn, SessionCookie cookie) {
        this.signIn = signIn;
        this.cookie = cookie;
    }

    /** The second step is still to come. */
    record StepView(String ticket, Instant expiresAt, List<String> methods) {

        /** Without the ticket, so that no log ever shows it. */
        @Override
        public String toString() {
            return "StepView[" + methods + "]";
        }
    }

    static Sessions.Kind kind(@Nullable String kind) {
        return switch (kind == null ? "token" : kind) {
            case "token" -> Sessions.Kind.TOKEN;
            case "cookie" -> Sessions.Kind.COOKIE;
            default ->
                throw Problem.field("/kind", "invalid", Message.of("invalid.one-of", "/kind", "token, cookie"))
                        .exception();
        };
    }

    /** 201 with a session, or 202 with what is still to be proven. */
    ResponseEntity<Object> answer(SignIn.Result result, HttpServletRequest request, HttpServletResponse response) {
        return switch (result) {
            case SignIn.Result.Done done ->
                ResponseEntity.status(HttpStatus.CREATED).body(begin(done, request, response));
            case SignIn.Result.SecondStep step ->
                ResponseEntity.status(HttpStatus.ACCEPTED)
                        .body(new StepView(
                                step.ticket(),
                                step.expires(),
                                step.methods().stream().map(Factors.Method::key).toList()));
            case SignIn.Result.Refused refused ->
                throw Problem.of(ProblemCode.NOT_AUTHENTICATED, Message.of(sentence(refused.why())))
                        .exception();
            case SignIn.Result.Wait wait -> throw Refusals.wait(wait.left());
        };
    }

    private static String sentence(SignIn.Why why) {
        return switch (why) {
            case CREDENTIALS -> "sign-in.refused";
            case FACTOR -> "sign-in.factor-refused";
            case TICKET -> "sign-in.ticket";
        };
    }

    private SessionView begin(SignIn.Result.Done done, HttpServletRequest request, HttpServletResponse response) {
        if (done.kind() == Sessions.Kind.COOKIE) {
            cookie.read(request).ifPresent(signIn::replaced);
            cookie.give(done.token(), request, response);
        }
        return SessionView.of(done);
    }
}
