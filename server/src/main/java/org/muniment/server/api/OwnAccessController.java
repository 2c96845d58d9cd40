package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Notices;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.Sessions;
import org.muniment.server.factors.Passkeys;
import org.muniment.server.language.Message;
import org.muniment.server.people.OwnSessions;
import org.muniment.server.people.RefusedException;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Proofs;
import org.muniment.server.security.Reauthentication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the caller herself is signed in: where, since when proven, with which password. */
@RestController
@RequestMapping("/api/v1/me")
final class OwnAccessController {
    private final OwnSessions sessions;
    private final Proofs proofs;
    private final Reauthentication reauthentication;
    private final Passkeys passkeys;
    private final Notices notices;

    OwnAccessController(
            OwnSessions sessions,
            Proofs proofs,
            Reauthentication reauthentication,
            Passkeys passkeys,
            Notices notices) {
        this.sessions = sessions;
        this.proofs = proofs;
        this.reauthentication = reauthentication;
        this.passkeys = passkeys;
        this.notices = notices;
    }

    record SessionView(
            String id,
            String kind,
            @Nullable String client,
            Instant began,
            Instant lastUsed,
            Instant expiresAt,
            boolean secondFactor,
            boolean current) {

        static SessionView of(Sessions.Listed session, Caller.Person caller) {
            return new SessionView(
                    session.id(),
                    session.kind().key(),
                    session.client(),
                    session.began(),
                    session.lastUsed(),
                    session.expires(),
                    session.twoFactors(),
                    session.tokenHash().equals(caller.tokenHash()));
        }
    }

    record PurposeView(
            @Nullable String reason,
            @JsonProperty("case") @Nullable String matter) {

        static PurposeView of(Sessions.Purpose purpose) {
            return new PurposeView(purpose.reason(), purpose.matter());
        }
    }

    /** Why she reads, for all that this session does from now on. */
    @PutMapping("/purpose")
    PurposeView explain(@RequestBody PurposeBody body, @AuthenticationPrincipal Caller caller) throws IOException {
        Sessions.Purpose purpose = body.purpose();
        sessions.explain(Persons.only(caller), purpose);
        return PurposeView.of(purpose);
    }

    record SessionList(List<SessionView> data) {}

    record ProofGiven(
            @Nullable String password,
            @Nullable String code,
            @Nullable JsonNode passkey) {

        /** Without any proof, so that no log ever shows it. */
        @Override
        public String toString() {
            return "ProofGiven";
        }
    }

    record Proven(Instant freshUntil) {}

    record PasswordChange(
            @Nullable String oldPassword, @Nullable String newPassword) {

        /** Without either, so that no log ever shows it. */
        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @GetMapping("/sessions")
    SessionList sessions(@AuthenticationPrincipal Caller caller) {
        Caller.Person person = Persons.only(caller);
        return new SessionList(sessions.of(person).stream()
                .map(session -> SessionView.of(session, person))
                .toList());
    }

    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(@AuthenticationPrincipal Caller caller) throws IOException {
        sessions.endOthers(Persons.only(caller));
    }

    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, @AuthenticationPrincipal Caller caller) throws IOException, RefusedException {
        sessions.end(Persons.only(caller), id);
    }

    @PostMapping("/reauthentication")
    Proven prove(@RequestBody ProofGiven given, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException {
        Caller.Person person = Persons.only(caller);
        var proof = ProofBody.only(given.password(), given.code(), null, given.passkey(), request);
        Refusals.held(proofs.again(person, proof), "proof.wrong");
        return new Proven(reauthentication.freshUntil(person).orElseThrow());
    }

    @PostMapping("/reauthentication/passkey-options")
    SessionController.PasskeyRequest options(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        String person = Persons.only(caller).id();
        return new SessionController.PasskeyRequest(
                passkeys.requestOptions(Passkeys.Use.PROOF_AGAIN, person, ProofBody.host(request)));
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void password(@RequestBody PasswordChange given, @AuthenticationPrincipal Caller caller) throws IOException {
        Caller.Person person = Persons.only(caller);
        String old = Required.value("/old_password", given.oldPassword());
        String fresh = Required.value("/new_password", given.newPassword());
        if (!proofs.hasPassword(person)) {
            throw Problem.of(ProblemCode.CONFLICT, Message.of("password.elsewhere"))
                    .exception();
        }
        Passwords.refusal(fresh, person.address()).ifPresent(why -> {
            throw Problem.field("/new_password", "invalid", why).exception();
        });
        Refusals.held(proofs.changePassword(person, old, fresh), "proof.wrong");
    }

    @DeleteMapping("/notices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        Caller.Person person = Persons.only(caller);
        if (!notices.dismiss(person.organisation(), person.id(), id)) {
            throw Problem.of(ProblemCode.NOT_FOUND, Message.of("not-found.notice"))
                    .exception();
        }
    }
}
