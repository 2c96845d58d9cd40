package org.muniment.server.factors;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.PasskeyRecords;
import org.muniment.server.directory.PasskeyRecords.Passkey;
import org.muniment.server.directory.Ulid;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Our passkeys as Spring Security asks for them, those of one host: others are not there for it. */
final class PasskeyRepository implements UserCredentialRepository {
    private static final int LONGEST_CREDENTIAL = 1_400;

    private final PasskeyRecords records;
    private final String host;
    private final InstantSource clock;

    PasskeyRepository(PasskeyRecords records, String host, InstantSource clock) {
        this.records = records;
        this.host = host;
        this.clock = clock;
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("passkeys are removed by their owners");
    }

    @Override
    public void save(CredentialRecord record) {
        String credential = record.getCredentialId().toBase64UrlString();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (records.find(credential).isPresent()) {
            records.used(credential, state(record), now);
        } else if (credential.length() <= LONGEST_CREDENTIAL) {
            records.add(passkey(record, credential, now));
        }
    }

    private Passkey passkey(CredentialRecord record, String credential, Instant now) {
        String person =
                records.person(record.getUserEntityUserId().toBase64UrlString()).orElseThrow();
        String transports = record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
        return new Passkey(
                Ulid.next("pk", now),
                person,
                record.getLabel(),
                credential,
                new Bytes(record.getPublicKey().getBytes()).toBase64UrlString(),
                state(record),
                new PasskeyRecords.Origins(
                        transports, text(record.getAttestationObject()), text(record.getAttestationClientDataJSON())),
                host,
                now,
                null);
    }

    private static PasskeyRecords.State state(CredentialRecord record) {
        return new PasskeyRecords.State(
                record.getSignatureCount(),
                record.isUvInitialized(),
                record.isBackupEligible(),
                record.isBackupState());
    }

    private static String text(@Nullable Bytes bytes) {
        return bytes == null ? "" : bytes.toBase64UrlString();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return records.find(credentialId.toBase64UrlString())
                .filter(passkey -> passkey.host().equals(host))
                .map(this::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return records.person(userId.toBase64UrlString())
                .map(person -> records.of(person).stream()
                        .filter(passkey -> passkey.host().equals(host))
                        .map(this::record)
                        .toList())
                .orElse(List.of());
    }

    private CredentialRecord record(Passkey passkey) {
        String handle = records.handle(passkey.person()).orElseThrow();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(passkey.credential()))
                .userEntityUserId(Bytes.fromBase64(handle))
                .publicKey(new ImmutablePublicKeyCose(
                        Bytes.fromBase64(passkey.publicKey()).getBytes()))
                .signatureCount(passkey.key().signatureCount())
                .uvInitialized(passkey.key().verified())
                .backupEligible(passkey.key().backupEligible())
                .backupState(passkey.key().backedUp())
                .transports(transports(passkey.origins().transports()))
                .attestationObject(Bytes.fromBase64(passkey.origins().attestation()))
                .attestationClientDataJSON(Bytes.fromBase64(passkey.origins().clientData()))
                .created(passkey.created())
                .lastUsed(Objects.requireNonNullElse(passkey.lastUsed(), passkey.created()))
                .label(passkey.name())
                .build();
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return text.isEmpty()
                ? Set.of()
                : List.of(text.split(" ", -1)).stream()
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
