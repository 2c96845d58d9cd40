package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** Domains, unknown addresses and the directory server from a shell, with real servers. */
class DirectorySettingsCommandsTest extends SettingsCommandTest {
    private static final String BASE = "dc=corp,dc=example";
    private static final String READER = "cn=reader," + BASE;

    private InMemoryDirectoryServer ldap;

    @BeforeEach
    void startBoth() throws Exception {
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL), TestServer.POSTMASTER);
        var config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("one", InetAddress.getLoopbackAddress(), 0, null));
        config.addAdditionalBindCredentials(READER, "a secret");
        ldap = new InMemoryDirectoryServer(config);
        ldap.add(new Entry("dn: " + BASE, "objectClass: domain", "dc: corp"));
        ldap.add(new Entry("dn: ou=Sales," + BASE, "objectClass: organizationalUnit", "ou: Sales"));
        for (int i = 0; i < 20; i++) {
            ldap.add(new Entry(dn(i), "objectClass: user", "mail: p" + i + "@example.org", "cn: P" + i));
        }
        ldap.startListening();
    }

    @AfterEach
    void stopLdap() {
        ldap.shutDown(true);
    }

    private static String dn(int number) {
        return "dn: cn=P" + number + ",ou=Sales," + BASE;
    }

    private String[] reader(String... more) {
        List<String> given = new ArrayList<>(List.of("directory", "ldap"));
        given.addAll(List.of(more));
        given.addAll(List.of("--host", "127.0.0.1", "--port", Integer.toString(ldap.getListenPort())));
        given.addAll(List.of("--security", "plain", "--bind-dn", READER, "--base", BASE));
        return given.toArray(String[]::new);
    }

    @Test
    void domainsAreAddedStandForOthersAndAreRemoved() throws Exception {
        assertThat(ok("domain", "add", "New.Example")).isEqualTo("Added new.example.\n");
        assertThat(ok("domain", "add", "old.example", "--alias-of", "new.example"))
                .isEqualTo("Added old.example, which stands for new.example.\n");
        assertThat(ok("domain", "list")).isEqualTo("""
                DOMAIN       STANDS FOR   ACCOUNTS
                example.org                      0
                new.example                      0
                old.example  new.example         0
                """);
        assertThat(Json.read(ok("domain", "list", "--json").getBytes(UTF_8))
                        .get("data")
                        .list())
                .hasSize(3);
        Ran notAsked = run("domain", "remove", "old.example");
        assertThat(notAsked.exitCode()).isEqualTo(ExitCode.NEEDS_APPROVAL);
        Ran inUse = run("domain", "remove", "new.example", "--yes");
        assertThat(inUse.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(inUse.err()).contains("old.example");
        assertThat(ok("domain", "remove", "old.example", "--yes")).isEqualTo("Removed old.example.\n");
        assertThat(run("domain", "remove", "old.example", "--yes").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        Ran twice = run("domain", "add", "example.org");
        assertThat(twice.exitCode()).isEqualTo(ExitCode.FAILED);
        Ran none = run("domain", "add", "no domain");
        assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("no domain");
        assertThat(run("domain", "add", "x.example", "--alias-of", "nowhere.example")
                        .err())
                .contains("nowhere.example");
    }

    @Test
    void addressesThatWereSeenAreListedOnePerLineAndAdopted() throws Exception {
        signIn(real, TestServer.ADMINISTRATOR);
        ok("enable", "--reason", "start");
        signIn(real, TestServer.POSTMASTER);
        for (String address : List.of("bob@example.org", "eve@example.org")) {
            real.archive()
                    .ingest(
                            new Provenance("smtp", Instant.now(), null, false),
                            new Envelope("ada@elsewhere.example", List.of(address), null, null, null),
                            new MemoryMessage(Api.mail("for " + address)));
        }
        assertThat(ok("directory", "unknown")).isEqualTo("bob@example.org\neve@example.org\n");
        assertThat(ok("directory", "unknown", "--domain", "other.example")).isEmpty();
        ok("dept", "add", "Sales");
        input = ok("directory", "unknown");
        assertThat(ok("directory", "adopt", "-", "--dept", "Sales")).isEqualTo("Adopted 2 accounts.\n");
        assertThat(ok("directory", "unknown")).isEmpty();
        assertThat(ok("directory", "accounts", "--dept", "Sales")).contains("bob@example.org", "seen");
        Ran known = run("directory", "adopt", "bob@example.org");
        assertThat(known.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(known.err()).contains("bob@example.org");
        assertThat(run("directory", "adopt", "x@example.org", "--dept", "Nowhere")
                        .exitCode())
                .isEqualTo(ExitCode.NOT_FOUND);
        input = "\n";
        assertThat(run("directory", "adopt", "-").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aDirectoryServerIsTriedSetAndReadWithAPasswordThatIsNoArgument() throws Exception {
        assertThat(ok("directory", "ldap")).startsWith("No directory server is set.");
        Ran nobody = run(reader("test"));
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("--bind-password-file FILE");
        looking = "in";
        input = "wrong\n";
        Ran wrong = run(reader("test"));
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(wrong.out()).contains("ok      connect", "FAILED  bind");
        looking = "";
        input = "";
        write("secret", "a secret\n");
        assertThat(ok(reader("test", "--bind-password-file", "secret")))
                .contains("ok      bind: Signed in as " + READER, "p0@example.org  P0  [Sales]");
        assertThat(ok("directory", "ldap")).startsWith("No directory server is set.");

        String set = ok(reader("set", "--bind-password-file", "secret", "--schedule", "day", "--hour", "3"));
        assertThat(set)
                .contains(
                        "Signs in as     " + READER + ", with a password",
                        "Attributes      address=mail, name=cn\n",
                        "Schedule        every day at 3:00 UTC")
                .doesNotContain("a secret");
        assertThat(ok("directory", "sync")).contains("20 entries read: 20 new");
        assertThat(ok("directory", "ldap", "runs")).contains("post@example.org", "applied", "20 new");
    }

    @Test
    void whatIsNotGivenStaysAndThePasswordWithTheSameServerToo() throws Exception {
        write("secret", "a secret\n");
        ok(reader("set", "--bind-password-file", "secret", "--attribute", "id=entryUUID"));
        assertThat(ok("directory", "ldap", "set", "--filter", "(mail=p1*)", "--attribute", "name=none"))
                .contains(
                        "with a password",
                        "Filter          (mail=p1*)",
                        "Attributes      address=mail, id=entryUUID\n");
        assertThat(ok("directory", "ldap", "test")).contains("p1@example.org").doesNotContain("p2@example.org");
        Ran elsewhere = run("directory", "ldap", "set", "--host", "localhost");
        assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(elsewhere.err()).contains("The password of " + READER + " is needed");
        assertThat(ok("directory", "ldap", "set", "--bind-dn", "none")).contains("Signs in as     nobody");
        assertThat(run("directory", "ldap", "set", "--attribute", "phone=x").err())
                .contains("not \"phone\"");
        Ran unfit = run("directory", "ldap", "set", "--filter", "(((");
        assertThat(unfit.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(unfit.err()).contains("/filter");
        assertThat(run("directory", "ldap", "set", "--trust-file", "gone.pem").err())
                .isEqualTo("The file gone.pem does not exist.\n");
        Json json = Json.read(ok("directory", "ldap", "--json").getBytes(UTF_8));
        assertThat(json.get("settings").get("filter").text()).isEqualTo("(mail=p1*)");
    }

    @Test
    void aReadingByWhichManyLeaveIsLookedAtAndConfirmedOrDiscarded() throws Exception {
        write("secret", "a secret\n");
        ok(reader("set", "--bind-password-file", "secret"));
        ok("directory", "sync");
        for (int i = 0; i < 12; i++) {
            ldap.delete(dn(i).substring("dn: ".length()));
        }
        String id = waiting();
        assertThat(ok("directory", "imports")).contains(id, "ldap", "12 left");
        assertThat(ok("directory", "imports", "show", id)).contains("left  p3@example.org P3  [Sales]");
        assertThat(ok("directory", "imports", "discard", id)).isEqualTo("Discarded.\n");
        assertThat(run("directory", "imports", "apply", id, "--yes").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ok("directory", "accounts", "--state", "deleted").lines()).hasSize(1);
        String again = waiting();
        assertThat(run("directory", "imports", "apply", again).exitCode()).isEqualTo(ExitCode.NEEDS_APPROVAL);
        assertThat(ok("directory", "imports", "apply", again, "--yes")).endsWith("Done.\n");
        assertThat(ok("directory", "accounts", "--state", "deleted").lines()).hasSize(13);
        assertThat(run("directory", "imports", "show", "dip_gone").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    }

    /** Reads the directory; what it brings waits. */
    private String waiting() {
        Ran ran = run("directory", "sync");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.NEEDS_APPROVAL);
        return ran.err().strip().replaceFirst("(?s).* apply ", "");
    }
}
