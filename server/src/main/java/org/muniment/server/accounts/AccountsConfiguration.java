package org.muniment.server.accounts;

import java.time.InstantSource;
import java.util.List;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the archive accounts. */
@Configuration(proxyBeanMethods = false)
public class AccountsConfiguration {

    @Bean
    AccountRows accountRows(Database database) {
        return new AccountRows(database);
    }

    @Bean
    AccountSets accountSets(AccountRows rows) {
        return new AccountSets(rows, _ -> Mailboxes.NONE);
    }

    @Bean
    AccountList accountList(Database database, AccountRows rows) {
        return new AccountList(database, rows);
    }

    @Bean
    AccountTurns accountTurns(
            OpenArchives archives, AccountRows rows, AccountSets sets, Database database, InstantSource clock) {
        return new AccountTurns(archives, rows, sets, database, clock);
    }

    @Bean
    Policies policies(
            OpenArchives archives,
            AccountTurns turns,
            AccountSets sets,
            AccountRows rows,
            Database database,
            InstantSource clock) {
        return new Policies(archives, turns, sets, rows, database, clock);
    }

    @Bean
    AccountFollower accountFollower(OpenArchives archives, AccountTurns turns, AccountSets sets, Policies policies) {
        return new AccountFollower(archives, turns, sets, new NewAccounts() {
            @Override
            public long revision(String organisation) {
                return 0;
            }

            @Override
            public List<String> listed(String organisation) {
                return List.of();
            }

            @Override
            public Policy policy(String organisation) {
                return policies.now(organisation);
            }

            @Override
            public List<String> waiting(String organisation, OpenNew openNew) {
                return List.of();
            }
        });
    }
}
