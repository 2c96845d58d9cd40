package org.muniment.server.accounts;

import java.time.InstantSource;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.directory.MemberLookup;
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
    DirectoryRows directoryRows(Database database) {
        return new DirectoryRows(database);
    }

    @Bean
    AccountSets accountSets(AccountRows rows, DirectoryRows directory) {
        return new AccountSets(rows, directory::mailboxes);
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
    DepartmentAccounts departmentAccounts(DirectoryRows rows, MemberLookup lookup, AccountSets sets) {
        lookup.onChange(sets::refresh);
        return new DepartmentAccounts(rows, lookup);
    }

    @Bean
    AccountFollower accountFollower(
            OpenArchives archives,
            AccountTurns turns,
            AccountSets sets,
            DepartmentAccounts departments,
            Policies policies) {
        return new AccountFollower(archives, turns, sets, departments, policies);
    }
}
