package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muniment.server.factors.ConsoleHost;
import org.muniment.server.factors.Passkeys;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.muniment.server.security.SessionCookie;
import org.muniment.server.security.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Signs in, in one step or two, and out. */
@RestController
@RequestMapping("/api/v1/sessions")
final class SessionController {
    private final SignIn signIn;
    private final SignInAnswers answers;
    private final Passkeys passkeys;
    private final SessionCookie cookie;

    SessionController(SignIn signIn, SignInAnswers answers, Passkeys passkeys, SessionCookie cookie) {
        this.signIn = signIn;
        this.answers = answers;
        this.passkeys = passkeys;
        this.cookie = cookie;
    }

    record Credentials(
            @Nullable String address,
            @Nullable String password,
            @Nullable String kind) {

        /** Without the password, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Credentials[" + address + "]";
        }
    }

    record SecondStep(
            @Nullable String ticket,
            @Nullable String code,
            @Nullable String recoveryCode,
            @Nullable JsonNode passkey) {

        /** Without any proof, so that no log ever shows it. */
        @Override
        public String toString() {
            return "SecondStep";
        }
    }

    record Ticket(@Nullable String ticket) {

        /** Without the ticket, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Ticket";
        }
    }

    record PasskeySignIn(
            @Nullable JsonNode passkey, @Nullable String kind) {}

    record PasskeyRequest(JsonNode publicKey) {}

    @PostMapping
    ResponseEntity<Object> signIn(
            @RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String address = Required.value("/address", given.address());
        String password = Required.value("/password", given.password());
        var kind = SignInAnswers.kind(given.kind());
        return answers.answer(signIn.attempt(address, password, kind, request.getRemoteAddr()), request, response);
    }

    @PostMapping("/second-factor")
    ResponseEntity<Object> secondFactor(
            @RequestBody SecondStep given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String ticket = Required.value("/ticket", given.ticket());
        var proof = ProofBody.only(null, given.code(), given.recoveryCode(), given.passkey(), request);
        return answers.answer(signIn.secondStep(ticket, proof, request.getRemoteAddr()), request, response);
    }

    @PostMapping("/second-factor/passkey-options")
    PasskeyRequest secondFactorOptions(@RequestBody Ticket given, HttpServletRequest request) {
        String person = signIn.personOf(Required.value("/ticket", given.ticket()))
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_AUTHENTICATED, Message.of("sign-in.ticket"))
                        .exception());
        ConsoleHost host = ProofBody.host(request);
        return new PasskeyRequest(passkeys.requestOptions(Passkeys.Use.SECOND_STEP, person, host));
    }

    @PostMapping("/passkey-options")
    PasskeyRequest options(HttpServletRequest request) {
        return new PasskeyRequest(passkeys.requestOptions(Passkeys.Use.ALONE, "", ProofBody.host(request)));
    }

    @PostMapping("/passkey")
    ResponseEntity<Object> passkey(
            @RequestBody PasskeySignIn given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JsonNode passkey = Required.value("/passkey", given.passkey());
        var kind = SignInAnswers.kind(given.kind());
        var result = signIn.byPasskey(passkey.toString(), ProofBody.host(request), kind, request.getRemoteAddr());
        return answers.answer(result, request, response);
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
