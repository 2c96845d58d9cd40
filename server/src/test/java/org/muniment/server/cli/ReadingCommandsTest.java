package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;

/** What has to be told before and beside what is read, with a real server; and how somebody comes to read at all. */
class ReadingCommandsTest extends SettingsCommandTest {

    @Test
    void aSearchThatTouchesAGapSaysSo() throws Exception {
        var clock = new TestClock();
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL, clock), TestServer.ADMINISTRATOR);
        ok("enable", "--reason", "start");
        clock.pass(Duration.ofMinutes(5));
        ok("disable", "--reason", "move");
        Ran search = run("search", "", "--date", "all");
        assertThat(search.exitCode()).as(search.err()).isZero();
        assertThat(search.err())
                .isEqualTo(
                        "Archiving has been off since 2026-11-26 16:05:10 +08:00. Mail since then is not archived.\n");
        assertThat(run("search", "", "--date", "2025").err()).isEmpty();
    }

    @Test
    void aReasonLetsOneCommandReadWhereOneIsRequired() throws Exception {
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL), TestServer.POSTMASTER);
        ok("user", "policy", "set", "--reading-reason", "required", "--reason", "contract");
        String administrator = real.signedIn(TestServer.ADMINISTRATOR).authorization();
        env.put("MUNIMENT_TOKEN", administrator.replace("Bearer ", ""));
        Ran refused = run("search", "", "--date", "all");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
        assertThat(refused.err()).contains("--reason and --case");
        assertThat(ok("search", "", "--date", "all", "--reason", "季度检查 50%+")).isEqualTo("0 found\n");
        assertThat(ok("search", "", "--date", "all", "--case", "case_7")).isEqualTo("0 found\n");
        assertThat(run("search", "", "--date", "all").exitCode()).isEqualTo(ExitCode.NOT_ALLOWED);
    }

    @Test
    void whoWasAppointedComesInWithoutABrowser() throws Exception {
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL), TestServer.POSTMASTER);
        String link = ok("user", "add", "olga@example.org", "--role", "auditor", "--reason", "audit");
        String code = write("link", link).toString();
        String password =
                write("fresh", "olga@example.org a quite different phrase\n").toString();
        ok("invitation", "accept", "--code-file", code, "--password-file", password);
        env.remove("MUNIMENT_TOKEN");
        ok("login", "--as", "olga@example.org", "--password-file", password);
        assertThat(ok("summary")).contains("Archive status");
        ok("logout");
        assertThat(run("invitation", "accept", "--code-file", code, "--password-file", password)
                        .exitCode())
                .isEqualTo(ExitCode.NOT_ALLOWED);
    }
}
