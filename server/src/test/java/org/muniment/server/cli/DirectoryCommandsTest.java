package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.TestServer;

/** Departments and accounts from a shell, with a real server. */
class DirectoryCommandsTest extends CommandLineTest {
    private TestServer real;

    @BeforeEach
    void startReal() throws Exception {
        real = TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL);
        env.put("MUNIMENT_SERVER", real.nobody().url());
        env.put(
                "MUNIMENT_TOKEN",
                real.signedIn(TestServer.POSTMASTER).authorization().replace("Bearer ", ""));
    }

    @AfterEach
    void stopReal() {
        real.close();
    }

    private String ok(String... args) {
        Ran ran = run(args);
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return ran.out();
    }

    @Test
    void theTreeIsMadeFromTheShell() {
        assertThat(ok("dept", "add", "Sales")).startsWith("Added Sales (dept_");
        ok("dept", "add", "Sales/North");
        ok("dept", "add", "Legal");
        assertThat(ok("dept", "move", "Sales/North", "--to", "Legal")).startsWith("Moved Legal/North");
        assertThat(ok("dept", "rename", "Legal/North", "Nordic")).startsWith("Renamed Legal/Nordic");
        assertThat(ok("dept", "merge", "Sales", "--into", "Legal")).startsWith("Merged into Legal");
        assertThat(ok("dept", "list").lines().map(line -> line.replaceFirst(" .*", "")))
                .containsExactly("Department", "Legal", "Legal/Nordic");
        Ran none = run("dept", "rename", "Nowhere", "x");
        assertThat(none.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(none.err()).contains("no department Nowhere");
        assertThat(run("dept").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aTableIsLookedAtAppliedAndConfirmed() throws Exception {
        String people = IntStream.range(0, 20)
                .mapToObj(i -> "p" + i + "@example.org,P " + i + ",Sales\n")
                .collect(Collectors.joining());
        Path file = write("people.csv", "address,name,department\n" + people);
        assertThat(ok("dept", "import", file.toString(), "--dry-run"))
                .contains("20 new, 1 new department, 0 unchanged")
                .contains("new  p0@example.org P 0  [Sales]")
                .contains("Nothing was changed.");
        assertThat(ok("directory", "accounts").lines()).hasSize(1);
        assertThat(ok("dept", "import", file.toString())).endsWith("Done.\n");
        assertThat(ok("directory", "accounts", "--dept", "Sales", "--state", "active")
                        .lines())
                .hasSize(21);

        write("people.csv", "address\np0@example.org\n");
        Ran many = run("dept", "import", file.toString());
        assertThat(many.exitCode()).isEqualTo(ExitCode.NEEDS_APPROVAL);
        assertThat(many.err()).contains("has to be confirmed").contains("--yes");
        looking = "in";
        input = "n\n";
        Ran no = run("dept", "import", file.toString());
        assertThat(no.exitCode()).isEqualTo(ExitCode.NEEDS_APPROVAL);
        assertThat(no.err()).endsWith("Do it? [y/N] Nothing was changed.\n");
        looking = "";
        assertThat(ok("directory", "accounts", "--state", "deleted").lines()).hasSize(1);
        assertThat(ok("dept", "import", file.toString(), "--yes"))
                .contains("19 left")
                .endsWith("Done.\n");
        assertThat(ok("directory", "accounts", "--text", "p1@").lines()).hasSize(2);

        write("people.csv", "address\nnobody\n");
        Ran wrong = run("dept", "import", file.toString());
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("Line 2, column address");
        assertThat(run("dept", "import", "nowhere.csv").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void listsAreOneTableAndADepartmentIsItselfWithoutWhatLiesBelow() throws Exception {
        String people = IntStream.range(0, 501)
                .mapToObj(i -> "p" + i + "@example.org,Sales/North\n")
                .collect(Collectors.joining());
        Path file = write("people.csv", "address,department\n" + people);
        ok("dept", "import", file.toString());
        assertThat(ok("directory", "accounts").lines()).hasSize(502);
        assertThat(ok("directory", "accounts", "--json").lines()).hasSize(2);
        assertThat(ok("directory", "accounts", "--dept", "Sales").lines()).hasSize(1);
        assertThat(ok("directory", "accounts", "--dept", "Sales", "--sub").lines())
                .hasSize(502);
        assertThat(run("directory", "accounts", "--sub").err())
                .isEqualTo("--sub goes with --dept: name the department.\n");
        assertThat(ok("directory", "accounts", "--dept", "north").lines()).hasSize(502);
        assertThat(run("dept", "add", "North/Oslo").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(ok("dept", "list", "--json")).startsWith("{\"data\":[{");
        assertThat(ok("directory", "show", "p7@example.org", "--json").lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("{\"memberships\""));
    }

    @Test
    void anAccountIsAddedChangedAndShownByHand() {
        ok("dept", "add", "Sales");
        ok("dept", "add", "Legal");
        assertThat(ok(
                        "directory",
                        "add",
                        "Ada.L@example.org",
                        "--name",
                        "Ada Lovelace",
                        "--alias",
                        "lovelace@example.org",
                        "--dept",
                        "Sales"))
                .startsWith("Added ada.l@example.org Ada Lovelace: active, in Sales, also lovelace@example.org (dac_");
        assertThat(ok("directory", "change", "lovelace@example.org", "--dept", "Legal", "--state", "disabled"))
                .startsWith("Changed ada.l@example.org Ada Lovelace: disabled, in Legal, also lovelace@example.org");
        assertThat(ok("directory", "change", "ada.l@example.org", "--alias", "none"))
                .doesNotContain("also");
        assertThat(ok("directory", "show", "ada.l@example.org").lines())
                .anyMatch(line -> line.matches("Sales +always +[0-9-]{10} [0-9:]{5}"))
                .anyMatch(line -> line.matches("Legal +[0-9-]{10} [0-9:]{5}"))
                .anyMatch(line -> line.matches("ada.l@example.org +always"));
        assertThat(run("directory", "change", "ada.l@example.org").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("directory", "show", "nobody@example.org").exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("directory", "add", "x@example.org", "--dept", "Nowhere").exitCode())
                .isEqualTo(ExitCode.NOT_FOUND);
        Ran foreign = run("directory", "add", "x@elsewhere.example");
        assertThat(foreign.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(foreign.err()).contains("elsewhere.example");
        assertThat(run("directory", "add", "x@example.org", "--since", "then").err())
                .isNotEmpty();
    }

    @Test
    void aSyncThatIsNotSetSaysSo() {
        Ran ran = run("directory", "sync");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("No directory server is set");
    }
}
