package org.muniment.server.factors;

import org.jspecify.annotations.Nullable;
import org.muniment.server.database.PasskeyRecords;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/**
 * People as authenticators know them: a random handle. Spring's user name is our id of the person; the address is put into
 * what the browser shows elsewhere.
 */
final class PasskeyUsers implements PublicKeyCredentialUserEntityRepository {
    private final PasskeyRecords records;

    PasskeyUsers(PasskeyRecords records) {
        this.records = records;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return records.person(id.toBase64UrlString())
                .map(person -> entity(person, id))
                .orElse(null);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String person) {
        return entity(
                person, Bytes.fromBase64(records.handle(person, Bytes.random().toBase64UrlString())));
    }

    private static PublicKeyCredentialUserEntity entity(String person, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .name(person)
                .id(handle)
                .displayName(person)
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("handles are made when they are first asked for");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("handles are never taken back");
    }
}
