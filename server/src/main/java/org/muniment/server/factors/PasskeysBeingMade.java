package org.muniment.server.factors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.PasskeyRecords;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * Our passkeys as Spring Security asks for them while one is made: any that is known, on whatever host and whosever it is,
 * stands in its way. What it saves is not kept here: {@link Passkeys#keep} does so once it is logged.
 */
final class PasskeysBeingMade implements UserCredentialRepository {
    private final PasskeyRecords records;
    private final PasskeyRepository ofHost;

    PasskeysBeingMade(PasskeyRecords records, PasskeyRepository ofHost) {
        this.records = records;
        this.ofHost = ofHost;
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("passkeys are removed by their owners");
    }

    @Override
    public void save(CredentialRecord record) {}

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return records.find(credentialId.toBase64UrlString())
                .map(ofHost::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return ofHost.findByUserId(userId);
    }
}
