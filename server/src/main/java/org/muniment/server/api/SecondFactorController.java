package org.muniment.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.PasskeyRecords;
import org.muniment.server.factors.Authenticators;
import org.muniment.server.people.OwnFactors;
import org.muniment.server.people.RefusedException;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The caller's own second factors. Whatever changes them needs a fresh proof. */
@RestController
@RequestMapping("/api/v1/me/second-factor")
final class SecondFactorController {
    private final OwnFactors factors;
    private final Reauthentication reauthentication;

    SecondFactorController(OwnFactors factors, Reauthentication reauthentication) {
        this.factors = factors;
        this.reauthentication = reauthentication;
    }

    record Totp(Instant enrolled) {}

    record PasskeyView(
            String id,
            String name,
            Instant enrolled,
            @Nullable Instant lastUsed) {

        static PasskeyView of(PasskeyRecords.Passkey passkey) {
            return new PasskeyView(passkey.id(), passkey.name(), passkey.created(), passkey.lastUsed());
        }
    }

    record View(boolean required, @Nullable Totp totp, List<PasskeyView> passkeys, int recoveryCodesLeft) {

        static View of(OwnFactors.State state) {
            Instant enrolled = state.totpEnrolled();
            return new View(
                    state.required(),
                    enrolled == null ? null : new Totp(enrolled),
                    state.passkeys().stream().map(PasskeyView::of).toList(),
                    state.codesLeft());
        }
    }

    record Enrolled(View secondFactor, @Nullable List<String> recoveryCodes) {

        static Enrolled of(OwnFactors.Enrolled enrolled) {
            return new Enrolled(View.of(enrolled.state()), enrolled.codes().isEmpty() ? null : enrolled.codes());
        }

        /** Without the codes, so that no log ever shows them. */
        @Override
        public String toString() {
            return "Enrolled[" + secondFactor + "]";
        }
    }

    record Secret(String secret, String uri, Instant expiresAt) {

        /** Without the secret, so that no log ever shows it. */
        @Override
        public String toString() {
            return "Secret[" + expiresAt + "]";
        }
    }

    record Code(@Nullable String code) {}

    record Codes(List<String> recoveryCodes) {

        /** Without the codes, so that no log ever shows them. */
        @Override
        public String toString() {
            return "Codes";
        }
    }

    record Creation(JsonNode publicKey) {}

    record NewPasskey(@Nullable String name, @Nullable JsonNode credential) {}

    @GetMapping
    View factors(@AuthenticationPrincipal Caller caller) {
        return View.of(factors.state(Persons.only(caller)));
    }

    @PostMapping("/totp")
    @ResponseStatus(HttpStatus.CREATED)
    Secret beginTotp(@AuthenticationPrincipal Caller caller) {
        reauthentication.require(caller);
        Authenticators.Enrolment enrolment = factors.beginTotp(Persons.only(caller));
        return new Secret(enrolment.base32(), enrolment.uri(), enrolment.expires());
    }

    @PostMapping("/totp:confirm")
    Enrolled confirmTotp(@RequestBody Code given, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        Caller.Person person = Persons.only(caller);
        String code = Required.value("/code", given.code());
        return switch (factors.confirmTotp(person, code)) {
            case OwnFactors.Confirmed.Done done -> Enrolled.of(done.enrolled());
            case OwnFactors.Confirmed.Wait wait -> throw Refusals.wait(wait.left());
        };
    }

    @DeleteMapping("/totp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTotp(@AuthenticationPrincipal Caller caller) throws IOException, RefusedException {
        reauthentication.require(caller);
        factors.removeTotp(Persons.only(caller));
    }

    @PostMapping("/recovery-codes")
    Codes renewCodes(@AuthenticationPrincipal Caller caller) throws IOException, RefusedException {
        reauthentication.require(caller);
        return new Codes(factors.renewCodes(Persons.only(caller)));
    }

    @PostMapping("/passkeys/options")
    Creation options(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws RefusedException {
        reauthentication.require(caller);
        return new Creation(factors.passkeyCreation(Persons.only(caller), ProofBody.host(request)));
    }

    @PostMapping("/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    Enrolled addPasskey(
            @RequestBody NewPasskey given, @AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        String name = Required.value("/name", given.name());
        JsonNode credential = Required.value("/credential", given.credential());
        return Enrolled.of(
                factors.addPasskey(Persons.only(caller), name, credential.toString(), ProofBody.host(request)));
    }

    @DeleteMapping("/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePasskey(@PathVariable String id, @AuthenticationPrincipal Caller caller)
            throws IOException, RefusedException {
        reauthentication.require(caller);
        factors.removePasskey(Persons.only(caller), id);
    }
}
