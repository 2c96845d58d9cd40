package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Archives;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.TestServer;

/** The archiving rules from a shell, with a real server over a real archive. */
class RulesCommandTest extends SettingsCommandTest {

    private void start(String address) throws Exception {
        var home = folder.resolve("real");
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        signIn(TestServer.over(Archives::open, home), address);
    }

    private String rule(int number) {
        return ok("rules")
                .lines()
                .filter(line -> line.strip().startsWith(number + " "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRuleIsListedWithItsCounterAndWhatFindsExamples() throws Exception {
        start(TestServer.ADMINISTRATOR);
        assertThat(rule(5)).containsPattern("fixed +0  such mails archived +is:autoreply");
        ok("enable", "--reason", "start");
        write("away.eml", """
                From: bob@example.org
                To: eve@elsewhere.example
                Subject: Away
                Date: Mon, 2 Mar 2026 09:00:00 +0000
                Auto-Submitted: auto-replied

                Until Monday.
                """.replace("\n", "\r\n"));
        ok("import", folder.resolve("away.eml").toString());
        await().atMost(Duration.ofSeconds(20)) // the index counts them
                .untilAsserted(() -> assertThat(rule(5)).containsPattern("fixed +1  such mails archived"));
        assertThat(rule(13)).containsPattern("fixed +-$");
        assertThat(ok("rules").lines().filter(line -> line.matches(" *[0-9]+ .*")))
                .hasSize(16);
        assertThat(ok("rules")).startsWith("NO  RULE").contains("30 DAYS").endsWith("""

                Left out          nothing in the last 30 days
                Monitors          none
                Marker headers    none
                Sent separately   by-header
                """);
        Json json = Json.read(ok("rules", "--json").getBytes(UTF_8));
        assertThat(json.get("data").list()).hasSize(16);
    }

    @Test
    void settingsAreReplacedOneByOneWithAReason() throws Exception {
        start(TestServer.ADMINISTRATOR);
        assertThat(ok(
                        "rules",
                        "set",
                        "--monitor",
                        "watch@example.org",
                        "--monitor",
                        "second@example.org",
                        "--marker-header",
                        "X-Watch",
                        "--reason",
                        "supervision"))
                .isEqualTo("""
                        Monitors          watch@example.org, second@example.org
                        Marker headers    x-watch
                        Sent separately   by-header
                        """);
        assertThat(ok("rules", "set", "--sent-separately", "by-transaction", "--monitor", "none", "--reason", "over"))
                .isEqualTo("""
                        Monitors          none
                        Marker headers    x-watch
                        Sent separately   by-transaction
                        """);
        assertThat(ok("log", "--type", "archive.settings")).contains("2 found");
    }

    @Test
    void whatIsWrongIsNamedAndChangesNothing() throws Exception {
        start(TestServer.ADMINISTRATOR);
        Ran nobody = run("rules", "set", "--monitor", "nobody", "--reason", "x");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("/monitors/0");
        Ran ordinary = run("rules", "set", "--marker-header", "Subject", "--reason", "x");
        assertThat(ordinary.err()).contains("ordinary mail has it");
        assertThat(run("rules", "set", "--monitor", "a@example.org").err()).contains("Missing required", "--reason");
        assertThat(run("rules", "set", "--reason", "x").err()).startsWith("Nothing to change.");
        assertThat(run("rules", "set", "--monitor", "none", "--monitor", "a@example.org", "--reason", "x")
                        .err())
                .isEqualTo("--monitor none takes all of them away; give it alone.\n");
        assertThat(ok("rules")).contains("Monitors          none");
    }

    @Test
    void thePostmasterReadsThemWithoutExamplesAndChangesNothing() throws Exception {
        start(TestServer.POSTMASTER);
        assertThat(ok("rules")).doesNotContain("is:system").doesNotContain("FIND THEM WITH");
        assertThat(run("rules", "set", "--monitor", "a@example.org", "--reason", "x")
                        .exitCode())
                .isEqualTo(ExitCode.NOT_ALLOWED);
    }
}
