package org.muniment.server.factors;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.PasskeyRecords;
import org.muniment.server.database.PasskeyRecords.Passkey;
import org.muniment.server.database.Ulid;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Our passkeys as Spring Security asks for them, those of one host: others are not there for it. */
final class PasskeyRepository implements UserCredentialRepository {
    // As wide as the columns are.
    private static final int LONGEST_CREDENTIAL = 1_400;
    private static final int LONGEST_PUBLIC_KEY = 2_000;
    private static final int LONGEST_TRANSPORTS = 200;
    private static final int LONGEST_ATTESTATION = 20_000;
    private static final int LONGEST_CLIENT_DATA = 4_000;

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

    /** Notes a use of one. */
    @Override
    public void save(CredentialRecord record) {
        String credential = record.getCredentialId().toBase64UrlString();
        if (findByCredentialId(record.getCredentialId()) == null) {
            throw new IllegalStateException("nobody enrolled that passkey on this host");
        }
        records.used(credential, state(record), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * A new one as we keep it.
     *
     * @throws IllegalStateException if anything of it is longer than what we keep
     */
    Passkey passkey(CredentialRecord record) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
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
                within(LONGEST_CREDENTIAL, record.getCredentialId()),
                within(LONGEST_PUBLIC_KEY, new Bytes(record.getPublicKey().getBytes())),
                state(record),
                new PasskeyRecords.Origins(
                        within(LONGEST_TRANSPORTS, transports),
                        within(LONGEST_ATTESTATION, record.getAttestationObject()),
                        within(LONGEST_CLIENT_DATA, record.getAttestationClientDataJSON())),
                host,
                now,
                null);
    }

    private static String within(int longest, @Nullable Bytes bytes) {
        return within(longest, bytes == null ? "" : bytes.toBase64UrlString());
    }

    private static String within(int longest, String text) {
        if (text.length() > longest) {
            throw new IllegalStateException(
                    "a passkey with " + text.length() + " characters where " + longest + " are the most");
        }
        return text;
    }

    private static PasskeyRecords.State state(CredentialRecord record) {
        return new PasskeyRecords.State(
                record.getSignatureCount(),
                record.isUvInitialized(),
                record.isBackupEligible(),
                record.isBackupState());
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

    CredentialRecord record(Passkey passkey) {
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
