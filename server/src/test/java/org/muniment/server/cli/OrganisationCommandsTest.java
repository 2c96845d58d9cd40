package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.TestServer;

/** Organisations from a shell, on the machine of a real server and from afar. */
class OrganisationCommandsTest extends SettingsCommandTest {

    private void startHere() throws Exception {
        real = TestServer.setUp(folder.resolve("home"), SecondFactor.OPTIONAL);
    }

    private String second() throws Exception {
        write("pw", "petra@second.example a long phrase of hers\n");
        String made = ok(
                "organisation",
                "new",
                "--name",
                "Second Trading",
                "--domain",
                "second.example",
                "--postmaster",
                "petra@second.example",
                "--password-file",
                "pw",
                "--seats",
                "50",
                "--service-ends",
                "2099-12-31",
                "--retention-years",
                "7",
                "--reason",
                "contract 17");
        assertThat(made).startsWith("Made Second Trading. Archiving is off.\norg_");
        return made.lines().skip(1).findFirst().orElseThrow().replaceFirst(" .*", "");
    }

    @Test
    void organisationsAreMadeChangedAndListed() throws Exception {
        startHere();
        String id = second();
        assertThat(ok("organisation", "list")).contains("seats 50, service until 2099-12-31", "retention 7 years");
        assertThat(ok(
                        "organisation",
                        "set",
                        id,
                        "--seats",
                        "none",
                        "--service-ends",
                        "none",
                        "--reason",
                        "contract 18"))
                .contains("seats unlimited, service without end, retention 7 years");
        assertThat(run("organisation", "set", id, "--seats", "many", "--reason", "x")
                        .err())
                .isEqualTo("--seats takes a number or none, not \"many\".\n");
        assertThat(run("organisation", "set", id, "--seats", "5").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void statusShowsEveryOrganisationToWhoRunsTheMachineOnly() throws Exception {
        startHere();
        assertThat(ok("status"))
                .contains("Organisation    Example (example.org)")
                .doesNotContain("Other");
        String id = second();
        String status = ok("status");
        assertThat(status)
                .contains("Organisation    Example (example.org)")
                .contains("\nOther organisations\n" + id + "  Second Trading\n    domains second.example\n")
                .contains("archiving off, seats 50")
                .endsWith("    0 messages, 0 B\n");
        assertThat(status.split("Other organisations", -1)[1]).doesNotContain("Example");

        env.put(
                "MUNIMENT_HOME",
                Files.createDirectory(folder.resolve("elsewhere")).toString());
        signIn(real, TestServer.POSTMASTER);
        assertThat(ok("status")).as("who set up is operator").contains("Second Trading");
        signIn(real, TestServer.ADMINISTRATOR);
        assertThat(ok("status")).contains("Example").doesNotContain("Second Trading");
    }
}
