package org.muniment.server.factors;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.PasskeyRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ceremonies of passkeys (WebAuthn level 3, section 7), by Spring Security's relying party. Its filters keep their
 * state in an HTTP session, of which there is none here; {@link Challenges} stands in for it. Thread-safe.
 */
public final class Passkeys {
    private static final int LONGEST_JSON = 1 << 15;
    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    private final PasskeyRecords records;
    private final InstantSource clock;
    private final Challenges challenges;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new WebauthnJacksonModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // browsers tell more with every version
            .build();

    Passkeys(PasskeyRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
        this.challenges = new Challenges(clock);
    }

    /** For what a passkey is used; a challenge for one is none for another. */
    public enum Use {
        /** In place of the password and as second factor at once. */
        ALONE,
        /** After the password. */
        SECOND_STEP,
        /** To prove again who one is. */
        PROOF_AGAIN
    }

    /** The person as the browser shows her when it makes a passkey. */
    public record Shown(String person, String address, String name, String organisation) {}

    private static final String MAKING = "MAKING";

    /** What the browser needs to make one. */
    public JsonNode creationOptions(Shown shown, ConsoleHost host) {
        var operations = operations(host, shown.organisation());
        Bytes challenge = new Bytes(challenges.issue(MAKING, shown.person()));
        operations.setCustomizeCreationOptions(
                options -> creation(options, challenge).user(user(shown)));
        return json.valueToTree(operations.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(known(shown.person()))));
    }

    private PublicKeyCredentialUserEntity user(Shown shown) {
        String handle = records.handle(shown.person(), Bytes.random().toBase64UrlString());
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(Bytes.fromBase64(handle))
                .name(shown.address())
                .displayName(shown.name().isEmpty() ? shown.address() : shown.name())
                .build();
    }

    private static PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder creation(
            PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder options, Bytes challenge) {
        return options.challenge(challenge)
                .timeout(Challenges.LENGTH)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build());
    }

    /**
     * Checks one that the browser made. It is not kept before {@link #keep}.
     *
     * @param label what the person calls it
     * @return empty if it does not answer a challenge of ours, is known already, or anything of it is not as it should be
     */
    public Optional<PasskeyRecords.Passkey> made(Shown shown, String label, String credential, ConsoleHost host) {
        PublicKeyCredential<AuthenticatorAttestationResponse> made = read(credential, new TypeReference<>() {});
        if (made == null || made.getResponse() == null) {
            return Optional.empty();
        }
        Optional<byte[]> challenge = challenge(made.getResponse().getClientDataJSON());
        if (challenge.isEmpty() || !challenges.isOpen(challenge.get(), MAKING, shown.person())) {
            return Optional.empty();
        }
        var repository = new PasskeyRepository(records, host.name(), clock);
        var operations = operations(host, shown.organisation(), new PasskeysBeingMade(records, repository));
        operations.setCustomizeCreationOptions(options -> creation(options, new Bytes(challenge.get())));
        return Optional.ofNullable(attempt(() -> {
            PublicKeyCredentialCreationOptions options = operations.createPublicKeyCredentialCreationOptions(
                    new ImmutablePublicKeyCredentialCreationOptionsRequest(known(shown.person())));
            if (!challenges.close(challenge.get())) {
                return null;
            }
            return repository.passkey(operations.registerCredential(
                    new ImmutableRelyingPartyRegistrationRequest(options, new RelyingPartyPublicKey(made, label))));
        }));
    }

    /** Keeps one that was made; false if it is known by now. */
    public boolean keep(PasskeyRecords.Passkey made) {
        if (records.find(made.credential()).isPresent()) {
            return false;
        }
        records.add(made);
        return true;
    }

    /**
     * What the browser needs to use one.
     *
     * @param person whose; empty for whoever comes
     */
    public JsonNode requestOptions(Use use, String person, ConsoleHost host) {
        var operations = operations(host, host.name());
        Bytes challenge = new Bytes(challenges.issue(use.name(), person));
        return json.valueToTree(options(operations, use, person, challenge));
    }

    private static PublicKeyCredentialRequestOptions options(
            Webauthn4JRelyingPartyOperations operations, Use use, String person, Bytes challenge) {
        operations.setCustomizeRequestOptions(options ->
                options.challenge(challenge).timeout(Challenges.LENGTH).userVerification(verification(use)));
        return operations.createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(person.isEmpty() ? nobody() : known(person)));
    }

    /** Where nothing else was proven the authenticator itself has to know whose finger it was. */
    private static UserVerificationRequirement verification(Use use) {
        return use == Use.SECOND_STEP ? UserVerificationRequirement.PREFERRED : UserVerificationRequirement.REQUIRED;
    }

    /**
     * Whose passkey answered.
     *
     * @param person whose it has to be; empty for whoever comes
     * @return empty if it does not answer a challenge of ours, is somebody else's or none
     */
    public Optional<String> check(Use use, String person, String assertion, ConsoleHost host) {
        PublicKeyCredential<AuthenticatorAssertionResponse> given = read(assertion, new TypeReference<>() {});
        if (given == null || given.getResponse() == null || given.getRawId() == null) {
            return Optional.empty();
        }
        Optional<byte[]> challenge = challenge(given.getResponse().getClientDataJSON());
        if (challenge.isEmpty() || !challenges.isOpen(challenge.get(), use.name(), person)) {
            return Optional.empty();
        }
        Optional<String> owner =
                records.find(given.getRawId().toBase64UrlString()).map(PasskeyRecords.Passkey::person);
        if (owner.isEmpty() || !(person.isEmpty() || person.equals(owner.get()))) {
            return Optional.empty();
        }
        var operations = operations(host, host.name());
        PublicKeyCredentialUserEntity known =
                attempt(() -> operations.authenticate(new RelyingPartyAuthenticationRequest(
                        options(operations, use, person, new Bytes(challenge.get())), given)));
        return known != null
                        && challenges.close(challenge.get())
                        && known.getName().equals(owner.get())
                ? owner
                : Optional.empty();
    }

    /** Whether a person has one for that host. */
    public boolean has(String person, ConsoleHost host) {
        return records.of(person).stream().anyMatch(passkey -> passkey.host().equals(host.name()));
    }

    private Webauthn4JRelyingPartyOperations operations(ConsoleHost host, String name) {
        return operations(host, name, new PasskeyRepository(records, host.name(), clock));
    }

    private Webauthn4JRelyingPartyOperations operations(
            ConsoleHost host, String name, UserCredentialRepository repository) {
        var party =
                PublicKeyCredentialRpEntity.builder().id(host.name()).name(name).build();
        return new Webauthn4JRelyingPartyOperations(new PasskeyUsers(records), repository, party, host.origins());
    }

    private static Authentication known(String person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, "", List.of());
    }

    private static Authentication nobody() {
        return new AnonymousAuthenticationToken("nobody", "nobody", AuthorityUtils.createAuthorityList("nobody"));
    }

    private <T> @Nullable T read(String text, TypeReference<T> type) {
        if (text.length() > LONGEST_JSON) {
            return null;
        }
        return attempt(() -> json.readValue(text, type));
    }

    /** The challenge that the browser says it answered; the signature covers it. */
    private Optional<byte[]> challenge(@Nullable Bytes clientData) {
        if (clientData == null) {
            return Optional.empty();
        }
        byte[] challenge = attempt(() -> Base64.getUrlDecoder()
                .decode(json.readTree(clientData.getBytes()).path("challenge").asString("")));
        return Optional.ofNullable(challenge);
    }

    @FunctionalInterface
    private interface Attempt<T> {
        @Nullable
        T run();
    }

    /** What a stranger sends may break anything in there; to us it is a wrong answer, whatever broke. */
    private static <T> @Nullable T attempt(Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (DataAccessException e) {
            throw e; // that is not the stranger's fault
        } catch (RuntimeException e) {
            LOG.debug("a passkey was refused: {}", e.getClass().getSimpleName());
            return null;
        }
    }
}
