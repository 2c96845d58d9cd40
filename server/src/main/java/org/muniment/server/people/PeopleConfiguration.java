package org.muniment.server.people;

import java.time.InstantSource;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.AdminList;
import org.muniment.server.database.ApiTokens;
import org.muniment.server.database.Database;
import org.muniment.server.database.Invitations;
import org.muniment.server.database.Notices;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.PasskeyRecords;
import org.muniment.server.database.Passwords;
import org.muniment.server.database.People;
import org.muniment.server.database.Sessions;
import org.muniment.server.database.SignInPolicies;
import org.muniment.server.factors.Authenticators;
import org.muniment.server.factors.Factors;
import org.muniment.server.factors.Passkeys;
import org.muniment.server.factors.RecoveryCodes;
import org.muniment.server.security.Proofs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who looks after people, and what people look after themselves. */
@Configuration(proxyBeanMethods = false)
public class PeopleConfiguration {

    @Bean
    AdminList adminList(Database database, People people) {
        return new AdminList(database, people);
    }

    @Bean
    Administrators administrators(
            OpenArchives archives,
            Database database,
            AdminList list,
            People people,
            Sessions sessions,
            Invitations invitations,
            Notices notices,
            Factors factors,
            InstantSource clock) {
        return new Administrators(archives, database, list, people, sessions, invitations, notices, factors, clock);
    }

    @Bean
    Welcome welcome(
            OpenArchives archives,
            Organisations organisations,
            Database database,
            People people,
            Sessions sessions,
            Invitations invitations,
            Passwords passwords,
            InstantSource clock) {
        return new Welcome(archives, organisations, database, people, sessions, invitations, passwords, clock);
    }

    @Bean
    PolicyDesk policyDesk(
            OpenArchives archives, Database database, SignInPolicies policies, Sessions sessions, InstantSource clock) {
        return new PolicyDesk(archives, database, policies, sessions, clock);
    }

    @Bean
    OwnFactors ownFactors(
            OpenArchives archives,
            Database database,
            People people,
            Sessions sessions,
            SignInPolicies policies,
            Factors factors,
            Authenticators authenticators,
            RecoveryCodes codes,
            Passkeys passkeys,
            PasskeyRecords records,
            Proofs proofs) {
        var parts = new OwnFactors.Parts(factors, authenticators, codes, passkeys, records);
        return new OwnFactors(archives, database, people, sessions, policies, parts, proofs);
    }

    @Bean
    OwnSessions ownSessions(OpenArchives archives, Database database, Sessions sessions, InstantSource clock) {
        return new OwnSessions(archives, database, sessions, clock);
    }

    @Bean
    TokenDesk tokenDesk(OpenArchives archives, Database database, ApiTokens tokens, InstantSource clock) {
        return new TokenDesk(archives, database, tokens, clock);
    }
}
