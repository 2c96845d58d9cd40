package org.muniment.server.factors;

import java.time.InstantSource;
import org.muniment.server.database.ApiTokens;
import org.muniment.server.database.Database;
import org.muniment.server.database.Invitations;
import org.muniment.server.database.Notices;
import org.muniment.server.database.PasskeyRecords;
import org.muniment.server.database.RecoveryCodeHashes;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.database.TotpSecrets;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.home.SecretBox;
import org.muniment.server.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Second factors, and what else the database keeps of how people sign in. */
@Configuration(proxyBeanMethods = false)
public class FactorsConfiguration {

    @Bean
    SecretBox secretBox(Settings settings) {
        return new SecretBox(new MasterKeyFile(settings.keys().masterKeyFile()), SecretBox.Purpose.SECOND_FACTOR);
    }

    @Bean
    TotpSecrets totpSecrets(Database database) {
        return new TotpSecrets(database);
    }

    @Bean
    RecoveryCodeHashes recoveryCodeHashes(Database database) {
        return new RecoveryCodeHashes(database);
    }

    @Bean
    PasskeyRecords passkeyRecords(Database database) {
        return new PasskeyRecords(database);
    }

    @Bean
    Invitations invitations(Database database) {
        return new Invitations(database);
    }

    @Bean
    ApiTokens apiTokens(Database database) {
        return new ApiTokens(database);
    }

    @Bean
    Notices notices(Database database) {
        return new Notices(database);
    }

    @Bean
    SignInPolicies signInPolicies(Database database) {
        return new SignInPolicies(database);
    }

    @Bean
    Authenticators authenticators(TotpSecrets secrets, SecretBox box, InstantSource clock) {
        return new Authenticators(secrets, box, clock);
    }

    @Bean
    RecoveryCodes recoveryCodes(RecoveryCodeHashes hashes, SecretBox box) {
        return new RecoveryCodes(hashes, box);
    }

    @Bean
    Passkeys passkeys(PasskeyRecords records, InstantSource clock) {
        return new Passkeys(records, clock);
    }

    @Bean
    Factors factors(Database database, TotpSecrets secrets, RecoveryCodeHashes codes, PasskeyRecords passkeys) {
        return new Factors(database, secrets, codes, passkeys);
    }
}
