package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;

/** Whose mail is archived, and how people sign in: shown and changed from a shell, with a real server. */
class PolicyCommandsTest extends SettingsCommandTest {

    private void start(String address) throws Exception {
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL), address);
    }

    private static String policy(String archived, String open) {
        return "Archived:          " + archived + "\nNew accounts open: " + open + "\n";
    }

    @Test
    void theModeIsChangedAfterItsEffectWasToldAndConfirmed() throws Exception {
        start(TestServer.ADMINISTRATOR);
        ok("enable", "--reason", "start");
        ok("account", "close", "eve@example.org", "--reason", "she need not be archived"); // and stays closed
        real.archive()
                .ingest(
                        new Provenance("smtp", Instant.now(), null, false),
                        new Envelope("ada@elsewhere.example", List.of("eve@example.org"), null, null, null),
                        new MemoryMessage(Api.mail("for Eve")));
        ok("account", "open", "bob@example.org");
        String whole = policy("mail of the whole domain (whole-domain)", "none");
        assertThat(ok("account", "policy")).isEqualTo(whole);

        String[] change = {"account", "policy", "set", "--mode", "opened-accounts", "--reason", "contract"};
        Ran nobodyAsked = run(change);
        assertThat(nobodyAsked.exitCode()).isEqualTo(ExitCode.NEEDS_APPROVAL);
        assertThat(nobodyAsked.err()).endsWith("Repeat it with --yes.\n");
        assertThat(nobodyAsked.out())
                .contains("Open now: 1 account;", "without an open account, so no longer archived", ": 1 address;");
        looking = "in";
        input = "n\n";
        Ran refused = run(change);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.NEEDS_APPROVAL);
        assertThat(refused.err()).isEqualTo("Change it? [y/N] Nothing was changed.\n");
        assertThat(ok("account", "policy")).isEqualTo(whole);

        input = "y\n";
        assertThat(ok(change)).endsWith(policy("mail of opened accounts (opened-accounts)", "none"));
        looking = "";
        assertThat(ok("account", "policy", "set", "--mode", "whole-domain", "--dry-run"))
                .startsWith("Mail in which any address of your domains takes part would be archived")
                .endsWith("Nothing was changed.\n");
        assertThat(ok("account", "policy", "set", "--mode", "whole-domain", "--yes", "--reason", "back"))
                .endsWith(whole);
    }

    @Test
    void newAccountsOfADepartmentOpenByThemselves() throws Exception {
        start(TestServer.ADMINISTRATOR);
        Api postmaster = real.signedIn(TestServer.POSTMASTER);
        String sales = postmaster.post("/departments", Map.of("name", "Sales")).id();
        assertThat(ok("account", "policy", "set", "--dept", "Sales", "--sub", "--yes", "--reason", "desk"))
                .isEqualTo("It counts for accounts that come into the directory from now on; those that are there are"
                        + " opened by hand.\n"
                        + policy("mail of the whole domain (whole-domain)", "those of Sales, and all below"));
        postmaster.post("/directory/accounts", Map.of("address", "bob@example.org", "departments", List.of(sales)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ok("account", "list", "--status", "open").contains("bob@example.org"));
        assertThat(ok("account", "policy", "set", "--open-new", "everybody", "--yes", "--reason", "all"))
                .contains("New accounts open: everybody");
        Json json = Json.read(ok("account", "policy", "--json").getBytes(UTF_8));
        assertThat(json.get("open_new").get("scope").text()).isEqualTo("everybody");
    }

    @Test
    void aPolicyThatCannotBeIsRefusedBeforeAnythingIsAsked() throws Exception {
        start(TestServer.ADMINISTRATOR);
        assertThat(run("account", "policy", "set", "--reason", "x").err()).startsWith("Nothing to change.");
        assertThat(run("account", "policy", "set", "--sub", "--open-new", "none", "--reason", "x")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        Ran wrong = run("account", "policy", "set", "--mode", "some", "--yes", "--reason", "x");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("/mode", "opened_accounts");
        assertThat(run("account", "policy", "set", "--mode", "whole-domain").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(run("account", "policy", "set", "--dept", "Nowhere", "--yes", "--reason", "x")
                        .exitCode())
                .isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void whoReadsSaysWhyOnceWhereThePolicyWantsIt() throws Exception {
        start(TestServer.ADMINISTRATOR);
        real.signedIn(TestServer.POSTMASTER)
                .send("PATCH", "/policy", Map.of("reason_required", true, "reason", "the works council"));
        Ran refused = run("search", "offer", "--date", "all");
        assertThat(refused.exitCode()).isNotEqualTo(ExitCode.OK);
        assertThat(refused.err()).contains("Give a reason or a case");
        assertThat(run("purpose").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ok("purpose", "--case", "case_7", "--reason", "Quarterly review"))
                .isEqualTo("Noted for this sign-in.\n");
        ok("search", "offer", "--date", "all");
        assertThat(real.archive().entries().getLast().detail())
                .containsEntry("case", "case_7")
                .containsEntry("reason", "Quarterly review");
    }

    @Test
    void aReasonForReadingIsMadeRequired() throws Exception {
        start(TestServer.POSTMASTER);
        assertThat(ok("user", "policy", "set", "--reading-reason", "required", "--reason", "the works council"))
                .contains("mail is shown:     required");
        assertThat(run("user", "policy", "set", "--reading-reason", "sometimes", "--reason", "r")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void howPeopleSignInIsShownAndChanged() throws Exception {
        start(TestServer.POSTMASTER);
        assertThat(ok("user", "policy")).isEqualTo("""
                Second factor of who reads mail: optional
                A session of the console ends:   after 30 minutes without use
                Every session ends:              after 12 hours
                Reason before mail is shown:     optional
                """);
        assertThat(ok("user", "policy", "set", "--second-factor", "required", "--idle-minutes", "5", "--reason", "r"))
                .contains("mail: required", "after 5 minutes", "after 12 hours");
        Ran long_ = run("user", "policy", "set", "--session-hours", "100", "--reason", "r");
        assertThat(long_.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(long_.err()).contains("/session_hours");
        assertThat(run("user", "policy", "set", "--idle-minutes", "60").exitCode())
                .isEqualTo(ExitCode.USAGE);
        Json json = Json.read(ok("user", "policy", "--json").getBytes(UTF_8));
        assertThat(json.get("idle_minutes").number()).isEqualTo(5);
        signIn(real, TestServer.ADMINISTRATOR);
        assertThat(run("user", "policy", "set", "--idle-minutes", "60", "--reason", "r")
                        .exitCode())
                .isEqualTo(ExitCode.NOT_ALLOWED);
    }

    @Test
    void ownSessionsAreListedAndEnded() throws Exception {
        start(TestServer.ADMINISTRATOR);
        real.signedIn(TestServer.ADMINISTRATOR);
        real.signedIn(TestServer.ADMINISTRATOR);
        String other = ok("session", "list")
                .lines()
                .filter(line -> line.startsWith("ses_") && !line.endsWith("this one"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(" .*", "");
        assertThat(run("session", "end", other).err()).isEqualTo("The session has ended.\n");
        assertThat(ok("session", "list").lines()).hasSize(3);
        ok("session", "end", "--others");
        assertThat(ok("session", "list").lines()).hasSize(2).last().asString().endsWith("this one");
        assertThat(run("session", "end", other).exitCode()).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(run("session", "end").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whoSignedInLongAgoProvesAnewWhoSheIsAndGoesOn() throws Exception {
        var clock = new TestClock();
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL, clock), TestServer.ADMINISTRATOR);
        clock.pass(Duration.ofMinutes(11));
        looking = "in";
        input = "y\n" + TestServer.PASSWORD + "\n";
        Ran ran = run("account", "policy", "set", "--open-new", "everybody", "--reason", "all");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).isEqualTo("Change it? [y/N] Password of ada@example.org: ");
        assertThat(ran.out()).endsWith("New accounts open: everybody\n");
    }

    @Test
    void whereNobodyCanBeAskedTheFreshProofComesFromAFile() throws Exception {
        var clock = new TestClock();
        signIn(TestServer.setUp(folder.resolve("real"), SecondFactor.OPTIONAL, clock), TestServer.POSTMASTER);
        clock.pass(Duration.ofMinutes(11));
        String[] change = {"user", "policy", "set", "--idle-minutes", "60", "--reason", "r"};
        Ran ran = run(change);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("MUNIMENT_PASSWORD_FILE").doesNotContain("--password-file");
        env.put("MUNIMENT_PASSWORD_FILE", "pw");
        write("pw", TestServer.POSTMASTER + " " + TestServer.PASSWORD + "\n");
        assertThat(ok(change)).contains("after 60 minutes");
    }
}
