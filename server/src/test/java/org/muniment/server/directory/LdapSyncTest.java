package org.muniment.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.server.directory.OneDirectory.ORG;
import static org.muniment.server.directory.OneDirectory.POSTMASTER;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.util.LDAPSDKException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.ldap.LdapServer;

/** What follows from a reading: what an Active Directory says, times, thresholds, failures. */
class LdapSyncTest {
    private static final String BASE = "dc=corp,dc=example";

    @TempDir
    private Path home;

    private OneDirectory directory;
    private InMemoryDirectoryServer server;

    /** Whether somebody adds a department while the server is asked. */
    private volatile boolean changing;

    @BeforeEach
    void start() throws Exception {
        directory = OneDirectory.make(home);
        var config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("one", InetAddress.getLoopbackAddress(), 0, null));
        config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
            @Override
            public void processSearchResult(InMemoryInterceptedSearchResult result) {
                if (changing) {
                    change();
                }
            }
        });
        config.addAdditionalBindCredentials("cn=reader," + BASE, "secret");
        server = new InMemoryDirectoryServer(config);
        server.add(new Entry("dn: " + BASE, "objectClass: domain", "dc: corp"));
        server.add(new Entry("dn: ou=R&D/Labs," + BASE, "objectClass: organizationalUnit", "ou: R&D/Labs"));
        server.startListening();
    }

    @AfterEach
    void stop() {
        server.shutDown(true);
        directory.close();
    }

    private void person(int number, int control, String... more) throws LDAPSDKException {
        String dn = "cn=P" + number + ",ou=R&D/Labs," + BASE;
        var entry = new Entry(
                "dn: " + dn,
                "objectClass: user",
                "mail: p" + number + "@example.org",
                "displayName: Person " + number,
                "userAccountControl: " + control,
                "objectGUID:: AAECAwQFBgcICQoLDA0OD" + (char) ('A' + number % 26) + "==");
        entry.addAttribute("proxyAddresses", more);
        server.add(entry);
    }

    private void change() {
        try {
            directory.department("Added meanwhile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LdapSettings settings(LdapSettings.Every every) {
        return new LdapSettings(
                new LdapServer("127.0.0.1", server.getListenPort(), LdapServer.Security.PLAIN, null),
                "cn=reader," + BASE,
                BASE,
                "(objectClass=user)",
                new LdapSettings.Attributes("mail", "displayName", "proxyAddresses", null, null, "userAccountControl"),
                LdapSettings.Departments.OU,
                10,
                every,
                2,
                Threshold.PRESET);
    }

    @Test
    void anActiveDirectoryIsUnderstood() throws Exception {
        person(1, 512, "SMTP:p1@example.org", "smtp:one@example.org", "smtp:p1@elsewhere.example", "X500:/o=Corp");
        person(2, 514);
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.OFF), "secret");
        assertThat(directory.sync.run(ORG, POSTMASTER).outcome()).isEqualTo(SyncRun.Outcome.APPLIED);
        Account one = directory.at("p1@example.org");
        assertThat(one.aliases()).containsExactly("one@example.org");
        assertThat(one.source()).isEqualTo(AccountSource.LDAP);
        assertThat(directory.members.tree(ORG).pathText(one.departments().getFirst()))
                .isEqualTo("R&D／Labs");
        assertThat(directory.at("p2@example.org").state()).isEqualTo(AccountState.DISABLED);
        assertThat(directory.log)
                .extracting(OneDirectory.Entry::type)
                .containsExactly(
                        "directory.sync_settings", "directory.sync", "directory.import", "directory.import_part");
    }

    @Test
    void manyWhoAreGoneWaitForSomebodyToConfirm() throws Exception {
        for (int i = 0; i < 20; i++) {
            person(i, 512);
        }
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.OFF), "secret");
        directory.sync.run(ORG, POSTMASTER);
        for (int i = 0; i < 12; i++) {
            server.delete("cn=P" + i + ",ou=R&D/Labs," + BASE);
        }
        SyncRun waiting = directory.sync.run(ORG, POSTMASTER);
        assertThat(waiting.outcome()).isEqualTo(SyncRun.Outcome.WAITING);
        assertThat(directory.at("p3@example.org").state()).isEqualTo(AccountState.ACTIVE);
        directory.plans.apply(ORG, POSTMASTER, String.valueOf(waiting.plan()), true);
        assertThat(directory.at("p3@example.org").state()).isEqualTo(AccountState.DELETED);
        assertThat(directory.at("p15@example.org").state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void aServerThatIsEmptyOrGoneChangesNothing() throws Exception {
        person(1, 512);
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.OFF), "secret");
        directory.sync.run(ORG, POSTMASTER);
        server.delete("cn=P1,ou=R&D/Labs," + BASE);
        SyncRun empty = directory.sync.run(ORG, POSTMASTER);
        assertThat(empty.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
        assertThat(empty.problem()).contains("none has an address");
        server.shutDown(true);
        SyncRun gone = directory.sync.run(ORG, POSTMASTER);
        assertThat(gone.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
        assertThat(gone.problem()).contains("cannot be reached").doesNotContain("secret");
        assertThat(directory.at("p1@example.org").state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void whoeverHasItReadIsInTheLogWhateverComesOfIt() throws Exception {
        person(1, 512);
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.HOUR), "secret");
        directory.sync.run(ORG, POSTMASTER);
        directory.log.clear();
        assertThat(directory.sync.run(ORG, POSTMASTER).outcome()).isEqualTo(SyncRun.Outcome.UNCHANGED);
        directory.days(1);
        directory.sync.look();
        assertThat(directory.sync.runs(ORG)).hasSize(3);
        assertThat(directory.log).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("directory.sync");
            assertThat(entry.detail()).containsEntry("object", ORG);
        });
        directory.logFails = true;
        assertThatThrownBy(() -> directory.sync.run(ORG, POSTMASTER)).isInstanceOf(IOException.class);
        assertThat(directory.sync.runs(ORG)).as("nothing was read").hasSize(3);
    }

    @Test
    void aReadingThatFailsInAWayNobodyThoughtOfIsShownToo() throws Exception {
        person(1, 512);
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.HOUR), "secret");
        directory
                .database
                .jdbc()
                .sql("update directory_sync set password = 'not sealed by anybody'")
                .update();
        assertThatThrownBy(() -> directory.sync.run(ORG, POSTMASTER)).isInstanceOfAny(Exception.class);
        assertThat(directory.sync.runs(ORG)).singleElement().satisfies(run -> {
            assertThat(run.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
            assertThat(run.problem()).contains("inside the server");
        });
        assertThat(directory.log.getLast().type()).isEqualTo("directory.sync_failed");
        directory.whenLogged = type -> {
            if (type.equals("directory.sync")) {
                directory.logFails = true;
            }
        };
        assertThatThrownBy(() -> directory.sync.run(ORG, POSTMASTER)).isInstanceOfAny(Exception.class);
        assertThat(directory.sync.runs(ORG))
                .as("though the log is out of order")
                .hasSize(2);
    }

    @Test
    void whatChangesWhileItIsReadMakesTheReadingFail() throws Exception {
        person(1, 512);
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.OFF), "secret");
        changing = true;
        SyncRun run = directory.sync.run(ORG, POSTMASTER);
        assertThat(run.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
        assertThat(run.problem()).contains("has changed since");
        changing = false;
        assertThat(directory.sync.run(ORG, POSTMASTER).outcome()).isEqualTo(SyncRun.Outcome.APPLIED);
    }

    @Test
    void everyAdministratorIsToldWhenAnotherServerDecidesWhoSignsIn() throws Exception {
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.OFF), "secret");
        assertThat(directory.notices.of(ORG, "adm_1")).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("sign-in-server");
            assertThat(notice.who()).isEqualTo(POSTMASTER.name());
            assertThat(notice.address()).isEqualTo("plain://127.0.0.1:" + server.getListenPort());
        });
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.DAY), "another secret");
        assertThat(directory.notices.of(ORG, "adm_1"))
                .as("when it is read decides nothing")
                .hasSize(1);
        LdapSettings before = settings(LdapSettings.Every.DAY);
        var narrower = new LdapSettings(
                before.server(),
                before.bindDn(),
                "ou=mine," + BASE,
                before.filter(),
                before.attributes(),
                before.departments(),
                before.pageSize(),
                before.every(),
                before.hour(),
                before.threshold());
        directory.sync.keep(ORG, POSTMASTER, narrower, null);
        assertThat(directory.notices.of(ORG, "adm_1")).hasSize(2);
        assertThat(directory.notices.of(OneDirectory.OTHER, "adm_2")).isEmpty();
    }

    @Test
    void itBeginsByItselfAtItsTimes() throws Exception {
        person(1, 512);
        directory.sync.look();
        assertThat(directory.sync.runs(ORG)).isEmpty();
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.HOUR), "secret");
        directory.sync.look();
        directory.sync.look();
        assertThat(directory.sync.runs(ORG)).hasSize(1);
        assertThat(directory.sync.runs(ORG).getFirst().begunBy()).isEqualTo("system");
        directory.now = directory.now.plusSeconds(3_600);
        directory.sync.look();
        assertThat(directory.sync.runs(ORG)).hasSize(2);
        directory.sync.keep(ORG, POSTMASTER, settings(LdapSettings.Every.DAY), null);
        directory.sync.look();
        assertThat(directory.sync.runs(ORG)).hasSize(2);
        assertThat(directory.sync.current(ORG).orElseThrow().next()).isEqualTo("2026-03-02T02:00:00Z");
        directory.days(1);
        directory.sync.look();
        assertThat(directory.sync.runs(ORG))
                .hasSize(3)
                .extracting(SyncRun::outcome)
                .contains(SyncRun.Outcome.UNCHANGED);
    }

    @Test
    void withoutSettingsThereIsNothingToRead() {
        assertThatThrownBy(() -> directory.sync.run(ORG, POSTMASTER))
                .hasMessageContaining("No directory server is set");
        assertThat(directory.sync.current(ORG)).isEmpty();
        assertThat(List.copyOf(directory.log)).isEmpty();
    }
}
