package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;

/** What was on, off, opened and closed, from a shell with a real server. */
class HistoryCommandTest extends SettingsCommandTest {

    @Test
    void periodsOpeningsAndGapsAreListed() throws Exception {
        var clock = new TestClock();
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL, clock), TestServer.ADMINISTRATOR);
        ok("enable", "--reason", "start");
        ok("account", "open", "bob@example.org", "--reason", "desk");
        clock.pass(Duration.ofMinutes(5));
        ok("disable", "--reason", "move");
        assertThat(ok("history").lines())
                .hasSize(2)
                .anyMatch(line -> line.matches("ON SINCE +BY +WHY +UNTIL +BY +WHY"))
                .anyMatch(line -> line.matches("2026-11-26 16:00  ada@example.org  start  2026-11-26 16:05 .* move"));
        assertThat(Json.read(ok("history", "--json").getBytes(UTF_8))
                        .get("data")
                        .list())
                .hasSize(1);
        assertThat(ok("history", "accounts"))
                .containsPattern("2026-11-26 16:00  bob@example.org  opened  hand  ada@example.org  desk\n");
        assertThat(ok("history", "accounts", "--csv")).contains("bob@example.org", "desk");
        assertThat(run("history", "accounts", "--limit", "501").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("history", "accounts", "--limit", "5", "--csv").err()).startsWith("--csv prints all of them");
        assertThat(ok("history", "accounts", "--json")).startsWith("{\"data\":[{");
    }

    @Test
    void daysOnWhichArchivingWasOffAreListed() throws Exception {
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL), TestServer.ADMINISTRATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String days = today.minusDays(1) + ".." + today.plusDays(1);
        assertThat(ok("history", "coverage", "--date", days, "--tz", "UTC"))
                .startsWith("DAY")
                .containsPattern(today + " +off +[0-9:]+ +0\n")
                .endsWith("On without a gap: 0 days\n");
        Json json = Json.read(ok("history", "coverage", "--date", days, "--tz", "UTC", "--json")
                .getBytes(UTF_8));
        assertThat(json.get("data").list()).hasSize(3);
        Ran open = run("history", "coverage", "--date", "..2026-11-27");
        assertThat(open.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(open.err()).contains("it has no beginning");
    }
}
