package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** Archive accounts from the command line, at a real server. */
class AccountCommandTest extends CommandLineTest {

    @TempDir
    private Path serverHome;

    private TestServer real;

    @BeforeEach
    void startReal() throws Exception {
        real = TestServer.setUp(serverHome, SecondFactor.OPTIONAL);
        Api api = real.signedIn(TestServer.ADMINISTRATOR);
        env.put("MUNIMENT_SERVER", api.url());
        env.put("MUNIMENT_TOKEN", api.authorization().replace("Bearer ", ""));
    }

    @AfterEach
    void stopReal() {
        real.close();
    }

    @Test
    void accountsAreOpenedFromAListClosedShownAndListed() {
        input = "Bob <bob@example.org>\n\ncarol@example.org\n";
        assertThat(run("account", "open", "-", "--dry-run").out())
                .isEqualTo("Would open 2 accounts; 0 unchanged. Open: 0 before, 2 after.\n");
        assertThat(run("account", "open", "-", "--reason", "new desk").out())
                .isEqualTo("Opened 2 accounts; 0 unchanged. Open: 0 before, 2 after.\n");
        Ran refused = run("account", "close", "carol@example.org");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("/reason");
        assertThat(run("account", "close", "carol@example.org", "--reason", "left")
                        .out())
                .isEqualTo("Closed 1 account; 0 unchanged. Open: 2 before, 1 after.\n");
        assertThat(run("account", "list", "--status", "open").out())
                .contains("bob@example.org")
                .doesNotContain("carol@")
                .endsWith("1 account\n");
        assertThat(run("account", "list", "carol", "--csv").out())
                .contains("\"carol@example.org\",\"\",\"\",\"not_open\"");
        assertThat(run("account", "show", "carol@example.org").out())
                .startsWith("carol@example.org: not open\n")
                .contains("closed", "opened", "hand", "left", "new desk");
        assertThat(run("account", "show", "nobody@example.org").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("account", "show", "carol@example.org", "--json").out()).startsWith("{\"account\":{");
        assertThat(run("account", "list", "--csv", "--json").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("account", "open").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aDepartmentIsNamedByItsPath() throws Exception {
        Api postmaster = real.signedIn(TestServer.POSTMASTER);
        String sales = postmaster.post("/departments", Map.of("name", "Sales")).id();
        postmaster.post("/departments", Map.of("name", "North", "parent", sales));
        postmaster.post(
                "/directory/accounts", Map.of("address", "bob@example.org", "departments", java.util.List.of(sales)));
        assertThat(run("account", "open", "--dept", "sales", "--sub").out()).startsWith("Opened 1 account;");
        assertThat(run("account", "open", "--dept", "Sales/North").out()).startsWith("Opened 0 accounts;");
        Ran unknown = run("account", "open", "--dept", "South");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(unknown.err()).startsWith("There is no department South.");
        assertThat(run("account", "list", "--dept", "Sales").out()).contains("bob@example.org");
        String legal = postmaster.post("/departments", Map.of("name", "Legal")).id();
        postmaster.post("/departments", Map.of("name", "North", "parent", legal));
        Ran several = run("account", "list", "--dept", "north");
        assertThat(several.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(several.err())
                .isEqualTo("Several departments are called north: Legal/North, Sales/North. Name one of these.\n");
        assertThat(run("account", "list", "--dept", sales).out()).contains("bob@example.org");
        assertThat(run("account", "list", "--dept", "Legal", "--json").out()).startsWith("{\"data\":[]");
    }

    @Test
    void aDepartmentIsFoundAmongMoreThanASearchAnswers() throws Exception {
        String administrator = String.valueOf(env.get("MUNIMENT_TOKEN"));
        StringBuilder table = new StringBuilder("address,department\n");
        for (int n = 0; n < 201; n++) {
            table.append("p").append(n).append("@example.org,A").append(n).append("/North\n");
        }
        table.append("last@example.org,North\n");
        String file = write("people.csv", table.toString()).toString();
        env.put(
                "MUNIMENT_TOKEN",
                real.signedIn(TestServer.POSTMASTER).authorization().replace("Bearer ", ""));
        assertThat(run("dept", "import", file).exitCode()).isZero();
        env.put("MUNIMENT_TOKEN", administrator);
        for (String named : new String[] {"North", "A0/North", "A200/North"}) {
            assertThat(run("account", "open", "--dept", named, "--dry-run").out())
                    .startsWith("Would open 1 account;");
        }
    }

    @Test
    void theSummaryHasTheSevenFields() {
        run("account", "open", "bob@example.org");
        assertThat(run("summary").out()).isEqualTo("""
                Number of archives        1
                Number of open archives   1
                Archive retention         5 years
                Last turned on time       never
                Last closed time          never
                Archive administrator     ada@example.org
                Archive status            Off
                """);
    }
}
