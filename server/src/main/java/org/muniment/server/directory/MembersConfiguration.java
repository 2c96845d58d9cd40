package org.muniment.server.directory;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.muniment.server.database.Notices;
import org.muniment.server.database.OutsidePasswords;
import org.muniment.server.home.MasterKeyFile;
import org.muniment.server.home.SecretBox;
import org.muniment.server.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the directory. */
@Configuration(proxyBeanMethods = false)
public class MembersConfiguration {

    @Bean
    ChangeDoor changeDoor(Database database, OpenArchives archives) {
        return new ChangeDoor(
                database,
                (organisation, actor, type, detail) ->
                        archives.of(organisation).archive().log(actor, type, detail));
    }

    @Bean
    Trees trees(Database database, ChangeDoor door) {
        var trees = new Trees(database);
        door.onChange(trees::forget);
        return trees;
    }

    @Bean
    Members members(Database database, Trees trees) {
        return new Members(database, trees);
    }

    @Bean
    MailDomains mailDomains(Database database, ChangeDoor door, OpenArchives archives) {
        return new MailDomains(database, door, archives::refresh);
    }

    @Bean
    MemberChanges memberChanges(
            Database database, ChangeDoor door, Members members, MailDomains domains, InstantSource clock) {
        return new MemberChanges(database, door, members, domains, clock);
    }

    @Bean
    DepartmentChanges departmentChanges(Database database, ChangeDoor door, Members members, InstantSource clock) {
        return new DepartmentChanges(database, door, members, clock);
    }

    @Bean
    MemberLookup memberLookup(Database database, ChangeDoor door, Members members, MailDomains domains) {
        return new MemberLookup(database, door, members, domains);
    }

    @Bean
    UnknownAddresses unknownAddresses(MemberLookup lookup, MailDomains domains) {
        return new UnknownAddresses(lookup, domains);
    }

    @Bean
    DirectoryPlans directoryPlans(
            Database database, ChangeDoor door, Members members, MailDomains domains, InstantSource clock) {
        return new DirectoryPlans(database, door, members, domains, new OneLargeTable(OneLargeTable.PATIENCE), clock);
    }

    @Bean
    OutsidePasswords outsidePasswords(Database database, Settings settings) {
        return settings.http().ldapSignIn() ? new LdapPasswords(database, box(settings)) : OutsidePasswords.none();
    }

    private static SecretBox box(Settings settings) {
        return new SecretBox(new MasterKeyFile(settings.keys().masterKeyFile()), SecretBox.Purpose.DIRECTORY_SYNC);
    }

    @Bean
    LdapSync ldapSync(
            Database database,
            DirectoryPlans plans,
            OpenArchives archives,
            Settings settings,
            Notices notices,
            InstantSource clock,
            ExecutorService importWorkers,
            ScheduledExecutorService ticker) {
        var sync = new LdapSync(
                database,
                plans,
                (organisation, actor, type, detail) ->
                        archives.of(organisation).archive().log(actor, type, detail),
                box(settings),
                new SignInServers(notices, settings.http().ldapSignIn()),
                clock,
                importWorkers);
        var _ = ticker.scheduleWithFixedDelay(sync::look, 60, 60, TimeUnit.SECONDS);
        return sync;
    }
}
