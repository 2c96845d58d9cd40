package org.muniment.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.server.directory.OneDirectory.ORG;
import static org.muniment.server.directory.OneDirectory.POSTMASTER;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.ldap.LdapConnector;
import org.muniment.server.ldap.LdapFailedException.Step;
import org.muniment.server.ldap.LdapServer;
import org.muniment.server.ldap.LdapServer.Security;

/** A directory is read from a real OpenLDAP server. */
@Tag("installed")
@Timeout(180)
class OpenLdapTest {
    private static final int MANY = 1_200;

    @TempDir
    private Path folder;

    private Slapd slapd;
    private OneDirectory directory;

    @BeforeEach
    void start() throws Exception {
        slapd = Slapd.start(folder.resolve("slapd"));
        directory = OneDirectory.make(folder.resolve("home"));
    }

    @AfterEach
    void stop() throws Exception {
        directory.close();
        slapd.close();
    }

    private void add(String dn, String... attributes) throws Exception {
        try (LDAPConnection admin = slapd.admin()) {
            String[] lines =
                    Stream.concat(Stream.of("dn: " + dn), Stream.of(attributes)).toArray(String[]::new);
            admin.add(lines);
        }
    }

    private void unit(String dn) throws Exception {
        add(dn, "objectClass: organizationalUnit");
    }

    private void person(String uid, String unit, String... more) throws Exception {
        String[] given = {
            "objectClass: inetOrgPerson", "cn: Name of " + uid, "sn: " + uid, "mail: " + uid + "@example.org"
        };
        add(
                "uid=" + uid + "," + unit,
                Stream.concat(Stream.of(given), Stream.of(more)).toArray(String[]::new));
    }

    private LdapSettings settings(Security security, String dn, @Nullable String trust) {
        boolean tls = security == Security.LDAPS;
        var server = new LdapServer(
                trust == null ? "127.0.0.1" : "localhost", tls ? slapd.tlsPort() : slapd.port(), security, trust);
        return new LdapSettings(
                server,
                dn,
                Slapd.SUFFIX,
                "(objectClass=inetOrgPerson)",
                new LdapSettings.Attributes("mail", "cn", "mail", null, "entryUUID", "employeeType"),
                LdapSettings.Departments.OU,
                100,
                LdapSettings.Every.OFF,
                2,
                Threshold.PRESET);
    }

    private SyncRun run() throws Exception {
        SyncRun run = directory.sync.run(ORG, POSTMASTER);
        assertThat(run.problem()).isNull();
        return run;
    }

    @Test
    void allPagesAreReadAndPeopleAreFollowedWhereverTheyGo() throws Exception {
        unit("ou=Sales," + Slapd.SUFFIX);
        unit("ou=North,ou=Sales," + Slapd.SUFFIX);
        unit("ou=法务部," + Slapd.SUFFIX);
        try (LDAPConnection admin = slapd.admin()) {
            for (int i = 0; i < MANY; i++) {
                admin.add(
                        "dn: uid=p" + i + ",ou=North,ou=Sales," + Slapd.SUFFIX,
                        "objectClass: inetOrgPerson",
                        "cn: P " + i,
                        "sn: P",
                        "mail: p" + i + "@example.org");
            }
        }
        person("wang", "ou=法务部," + Slapd.SUFFIX, "mail: li@example.org", "employeeType: disabled");
        person("guest", "ou=Sales," + Slapd.SUFFIX);
        try (LDAPConnection admin = slapd.admin()) {
            admin.modify(
                    "uid=guest,ou=Sales," + Slapd.SUFFIX,
                    new Modification(ModificationType.REPLACE, "mail", "guest@elsewhere.example"));
        }
        directory.sync.keep(ORG, POSTMASTER, settings(Security.PLAIN, Slapd.READER, null), Slapd.PASSWORD);

        SyncRun first = run();
        assertThat(first.outcome()).isEqualTo(SyncRun.Outcome.APPLIED);
        assertThat(first.entries()).isEqualTo(MANY + 2);
        assertThat(first.skipped()).isEqualTo(1);
        assertThat(first.counts()).containsEntry("new", MANY + 1L).containsEntry("department", 3L);
        Account wang = directory.at("wang@example.org");
        assertThat(wang.aliases()).containsExactly("li@example.org");
        assertThat(wang.state()).isEqualTo(AccountState.DISABLED);
        assertThat(directory.members.tree(ORG).pathText(wang.departments().getFirst()))
                .isEqualTo("法务部");
        Account p7 = directory.at("p7@example.org");
        assertThat(directory.members.tree(ORG).pathText(p7.departments().getFirst()))
                .isEqualTo("Sales/North");

        try (LDAPConnection admin = slapd.admin()) {
            admin.modifyDN("uid=p7,ou=North,ou=Sales," + Slapd.SUFFIX, "uid=seven", true, "ou=Sales," + Slapd.SUFFIX);
            admin.modify(
                    "uid=seven,ou=Sales," + Slapd.SUFFIX,
                    new Modification(ModificationType.REPLACE, "mail", "seven@example.org"));
            admin.delete("uid=p8,ou=North,ou=Sales," + Slapd.SUFFIX);
        }
        directory.days(1);
        SyncRun second = run();
        assertThat(second.counts())
                .containsEntry("moved", 1L)
                .containsEntry("left", 1L)
                .doesNotContainKey("new");
        assertThat(directory.at("seven@example.org").id())
                .as("known by its entryUUID")
                .isEqualTo(p7.id());
        assertThat(directory.at("p8@example.org").state()).isEqualTo(AccountState.DELETED);
        assertThat(run().outcome()).isEqualTo(SyncRun.Outcome.UNCHANGED);
        assertThat(directory.sync.runs(ORG)).hasSize(3);
    }

    @Test
    void whatIsReadInPartChangesNothing() throws Exception {
        unit("ou=Sales," + Slapd.SUFFIX);
        for (int i = 0; i < 9; i++) {
            person("p" + i, "ou=Sales," + Slapd.SUFFIX);
        }
        directory.sync.keep(ORG, POSTMASTER, settings(Security.PLAIN, Slapd.LIMITED, null), Slapd.PASSWORD);
        SyncRun run = directory.sync.run(ORG, POSTMASTER);
        assertThat(run.outcome()).isEqualTo(SyncRun.Outcome.FAILED);
        assertThat(run.problem()).containsIgnoringCase("size limit");
        assertThat(directory
                        .members
                        .accounts(ORG, Members.Filter.all(), null, 9)
                        .total())
                .isZero();
        assertThat(directory.log.getLast().type()).isEqualTo("directory.sync_failed");
    }

    @Test
    void certificatesAndNamesAreChecked() throws Exception {
        unit("ou=Sales," + Slapd.SUFFIX);
        person("ada", "ou=Sales," + Slapd.SUFFIX);
        for (Security security : new Security[] {Security.LDAPS, Security.STARTTLS}) {
            LdapSync.Trial trusted =
                    directory.sync.test(ORG, settings(security, Slapd.READER, slapd.certificate()), Slapd.PASSWORD);
            assertThat(trusted.passed()).as("%s %s", security, trusted).isTrue();
            assertThat(trusted.sample()).extracting(PlanChange.Look::address).containsExactly("ada@example.org");

            LdapSettings unknown = settings(security, Slapd.READER, null);
            assertThat(directory.sync.test(ORG, unknown, Slapd.PASSWORD).passed())
                    .as("a stranger's certificate")
                    .isFalse();
        }
        try (Slapd other = Slapd.start(folder.resolve("other"), "directory.example")) {
            for (Security security : new Security[] {Security.LDAPS, Security.STARTTLS}) {
                int port = security == Security.LDAPS ? other.tlsPort() : other.port();
                var server = new LdapServer("localhost", port, security, other.certificate());
                LdapSettings wrongName = with(settings(security, Slapd.READER, null), server);
                assertThat(directory.sync.test(ORG, wrongName, Slapd.PASSWORD).passed())
                        .as("a certificate of another host")
                        .isFalse();
            }
        }
    }

    private static LdapSettings with(LdapSettings settings, LdapServer server) {
        return new LdapSettings(
                server,
                settings.bindDn(),
                settings.base(),
                settings.filter(),
                settings.attributes(),
                settings.departments(),
                settings.pageSize(),
                settings.every(),
                settings.hour(),
                settings.threshold());
    }

    @Test
    void aTestTellsHowFarItCame() throws Exception {
        LdapSync.Trial refused = directory.sync.test(ORG, settings(Security.PLAIN, Slapd.READER, null), "wrong");
        assertThat(refused.steps())
                .extracting(LdapSync.Tried::step)
                .containsExactly(Step.CONNECT, Step.ENCRYPT, Step.BIND);
        assertThat(refused.steps().getLast().done()).isFalse();
        assertThat(refused.steps().getLast().sentence().english())
                .contains("refuses")
                .doesNotContain("wrong");
        LdapSync.Trial nobody = directory.sync.test(ORG, settings(Security.PLAIN, Slapd.READER, null), Slapd.PASSWORD);
        assertThat(nobody.steps().getLast().step()).isEqualTo(Step.SEARCH);
        assertThat(nobody.passed()).as("there is nobody yet").isFalse();
    }

    @Test
    void passwordsAreCheckedByTheServerAndAnEmptyOneIsNobodys() throws Exception {
        var server = settings(Security.PLAIN, Slapd.READER, null).server();
        assertThat(LdapConnector.isPasswordOf(server, Slapd.READER, Slapd.PASSWORD))
                .isTrue();
        assertThat(LdapConnector.isPasswordOf(server, Slapd.READER, "wrong")).isFalse();
        assertThat(LdapConnector.isPasswordOf(server, Slapd.READER, "")).isFalse();
        assertThat(LdapConnector.isPasswordOf(server, "", "")).isFalse();
    }

    @Test
    void theDatabaseAndTheLogDoNotKnowThePassword() throws Exception {
        directory.sync.keep(ORG, POSTMASTER, settings(Security.PLAIN, Slapd.READER, null), Slapd.PASSWORD);
        directory.database.sync();
        for (Path file :
                Files.walk(folder.resolve("home")).filter(Files::isRegularFile).toList()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain(Slapd.PASSWORD);
        }
        assertThat(directory.log.toString()).doesNotContain(Slapd.PASSWORD);
        assertThat(directory.sync.current(ORG).orElseThrow().passwordSet()).isTrue();
        var elsewhere = with(
                settings(Security.PLAIN, Slapd.READER, null), new LdapServer("localhost", 1, Security.PLAIN, null));
        directory.sync.keep(ORG, POSTMASTER, elsewhere, null);
        assertThat(directory.sync.current(ORG).orElseThrow().passwordSet())
                .as("it is not sent to another server")
                .isFalse();
    }
}
