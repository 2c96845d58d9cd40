package org.muniment.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.Database;
import org.muniment.server.database.People;
import org.muniment.server.database.Person;
import org.muniment.server.database.Role;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.TestServer;

/** People who have no password here sign in with the one that a real OpenLDAP has. */
@Tag("installed")
class LdapSignInTest {
    private static final String AUDITOR = "audrey@example.org";
    private static final String OUTSIDE = "the directory's own password";

    @TempDir
    private Path folder;

    private Slapd slapd;

    @BeforeEach
    void start() throws Exception {
        slapd = Slapd.start(folder.resolve("slapd"));
        add(
                "dn: uid=audrey,dc=example,dc=org",
                "objectClass: inetOrgPerson",
                "uid: audrey",
                "cn: Audrey",
                "sn: A",
                "mail: audrey@example.org",
                "userPassword: the directory's own password");
    }

    @AfterEach
    void stop() {
        slapd.close();
    }

    private void add(String... lines) throws Exception {
        try (LDAPConnection admin = slapd.admin()) {
            admin.add(lines);
        }
    }

    /** With an auditor who has no password, and with the directory's server set. */
    private TestServer server(String allowed) throws Exception {
        Path home = folder.resolve("home-" + allowed);
        Map<String, String> environment = Map.of("MUNIMENT_LDAP_SIGN_IN", allowed);
        SetUp.direct(TestServer.settings(home, environment), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        try (Database database = Database.open(new Home(home))) {
            var people = new People(database);
            String organisation =
                    people.find(TestServer.POSTMASTER).orElseThrow().organisation();
            people.add(new Person("adm_audrey", organisation, AUDITOR, "", Set.of(Role.AUDITOR), Instant.now()));
        }
        TestServer server = TestServer.setUpBefore(home, environment);
        var settings = Map.of(
                "host",
                "127.0.0.1",
                "port",
                slapd.port(),
                "security",
                "plain",
                "bind_dn",
                Slapd.READER,
                "bind_password",
                Slapd.PASSWORD,
                "base",
                Slapd.SUFFIX,
                "filter",
                "(objectClass=inetOrgPerson)");
        Api.Answer kept = server.signedIn(TestServer.POSTMASTER).send("PUT", "/directory/syncs/ldap", settings);
        assertThat(kept.status()).as(kept.text()).isLessThan(300);
        return server;
    }

    private static Api.Answer signIn(TestServer server, String address, String password) throws Exception {
        return server.nobody().post("/sessions", Map.of("address", address, "password", password));
    }

    @Test
    void thePasswordOfTheDirectoryLetsIn() throws Exception {
        try (TestServer server = server("yes")) {
            assertThat(signIn(server, AUDITOR, OUTSIDE).status()).isEqualTo(201);
            assertThat(signIn(server, AUDITOR, "not the password").status()).isEqualTo(401);
        }
    }

    @Test
    void thePasswordOfTheDirectoryProvesItAgain() throws Exception {
        try (TestServer server = server("yes")) {
            Api audrey = Newcomer.signedIn(server.nobody().url(), signIn(server, AUDITOR, OUTSIDE));
            assertThat(audrey.get("/me").json().get("proof_ways").toString()).isEqualTo("[\"password\"]");
            assertThat(audrey.post("/me/reauthentication", Map.of("password", OUTSIDE))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void thePasswordOfTheDirectorySetsNoneHere() throws Exception {
        try (TestServer server = server("yes")) {
            Api audrey = Newcomer.signedIn(server.nobody().url(), signIn(server, AUDITOR, OUTSIDE));
            assertThat(audrey.send(
                                    "PUT",
                                    "/me/password",
                                    Map.of("old_password", OUTSIDE, "new_password", "one more long phrase"))
                            .status())
                    .isEqualTo(409);
            assertThat(signIn(server, AUDITOR, "one more long phrase").status()).isEqualTo(401);
            assertThat(signIn(server, AUDITOR, OUTSIDE).status()).isEqualTo(201);
        }
    }

    @Test
    void everybodyIsToldOfTheServerWhilePeopleSignInByIt() throws Exception {
        try (TestServer server = server("yes")) {
            assertThat(server.signedIn(TestServer.ADMINISTRATOR)
                            .get("/me")
                            .json()
                            .at("/notices/0/kind")
                            .asString())
                    .isEqualTo("sign-in-server");
        }
        try (TestServer server = server("no")) {
            assertThat(server.signedIn(TestServer.ADMINISTRATOR)
                            .get("/me")
                            .json()
                            .get("notices")
                            .size())
                    .isZero();
        }
    }

    @Test
    void noPasswordIsNobodysPassword() throws Exception {
        try (TestServer server = server("yes")) {
            assertThat(signIn(server, AUDITOR, "").status()).isIn(401, 422);
        }
    }

    @Test
    void whoHasAPasswordHereIsNotAskedForThere() throws Exception {
        add(
                "dn: uid=ada,dc=example,dc=org",
                "objectClass: inetOrgPerson",
                "uid: ada",
                "cn: Ada",
                "sn: L",
                "mail: ada@example.org",
                "userPassword: the directory's own password");
        try (TestServer server = server("yes")) {
            assertThat(signIn(server, TestServer.ADMINISTRATOR, OUTSIDE).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void anAddressThatStandsThereTwiceLetsNobodyIn() throws Exception {
        add(
                "dn: uid=audrey2,dc=example,dc=org",
                "objectClass: inetOrgPerson",
                "uid: audrey2",
                "cn: Audrey",
                "sn: B",
                "mail: audrey@example.org",
                "userPassword: the directory's own password");
        try (TestServer server = server("yes")) {
            assertThat(signIn(server, AUDITOR, OUTSIDE).status()).isEqualTo(401);
        }
    }

    @Test
    void withoutTheOperatorsLeaveNothingIsAsked() throws Exception {
        try (TestServer server = server("no")) {
            assertThat(signIn(server, AUDITOR, OUTSIDE).status()).isEqualTo(401);
        }
    }
}
