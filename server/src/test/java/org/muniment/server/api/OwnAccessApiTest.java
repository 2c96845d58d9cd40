package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Sessions, fresh proofs and passwords in the hands of whose they are. */
class OwnAccessApiTest {
    private static final Map<String, Object> SWITCH = Map.of("enabled", true, "reason", "the tests");

    private final TestClock clock = new TestClock();
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.setUp(folder, SecondFactor.OPTIONAL, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDangerousActNeedsAProofOfTheLastTenMinutes() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(ada.get("/me").json().get("fresh_until").asString()).isEqualTo("2026-11-26T08:10:10Z");
        clock.pass(Duration.ofMinutes(10));
        Api.Answer stale = ada.send("PATCH", "/archive", SWITCH);
        assertThat(stale.status()).isEqualTo(403);
        assertThat(stale.code()).isEqualTo("reauth-required");
        assertThat(ada.get("/me").json().get("fresh_until").isNull()).isTrue();
        assertThat(ada.get("/archive").json().get("enabled").asBoolean()).isFalse();

        int before = server.archive().entries().size();
        Api.Answer wrong = ada.post("/me/reauthentication", Map.of("password", "not the password"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(ada.send("PATCH", "/archive", SWITCH).code()).isEqualTo("reauth-required");
        Api.Answer proven = ada.post("/me/reauthentication", Map.of("password", TestServer.PASSWORD));
        assertThat(proven.json().get("fresh_until").asString()).isEqualTo("2026-11-26T08:20:10Z");
        assertThat(ada.send("PATCH", "/archive", SWITCH).status()).isEqualTo(200);
        assertThat(server.archive().typesSince(before))
                .containsExactly("auth.failed", "access.denied", "auth.reauth", "archive.enable");
    }

    @Test
    void closingAccountsAndChangingTheRulesNeedAFreshProofTooButNotALook() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        clock.pass(Duration.ofMinutes(11));
        List<String> bob = List.of("bob@example.org");
        Map<String, Object> closing = Map.of("addresses", bob, "reason", "He left the desk.");
        Map<String, Object> monitors = Map.of("monitors", List.of("watch@example.org"), "reason", "Supervision.");
        assertThat(ada.post("/accounts:open", Map.of("addresses", bob)).status())
                .isEqualTo(200);
        assertThat(ada.post("/accounts:close", closing).code()).isEqualTo("reauth-required");
        assertThat(ada.send("PATCH", "/archive/rules", monitors).code()).isEqualTo("reauth-required");
        assertThat(ada.post("/accounts:close", Map.of("addresses", bob, "dry_run", true))
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/archive/rules").json().at("/settings/monitors")).isEmpty();
        assertThat(ada.get("/archive").json().get("number_of_open_archives").asInt())
                .isEqualTo(1);

        ada.post("/me/reauthentication", Map.of("password", TestServer.PASSWORD));
        assertThat(ada.post("/accounts:close", closing).status()).isEqualTo(200);
        assertThat(ada.send("PATCH", "/archive/rules", monitors).status()).isEqualTo(200);
    }

    @Test
    void aProofIsGoodForTheSessionThatGaveItAlone() throws Exception {
        Api one = server.signedIn(TestServer.ADMINISTRATOR);
        Api other = server.signedIn(TestServer.ADMINISTRATOR);
        clock.pass(Duration.ofMinutes(11));
        one.post("/me/reauthentication", Map.of("password", TestServer.PASSWORD));
        assertThat(one.send("PATCH", "/archive", SWITCH).status()).isEqualTo(200);
        assertThat(other.send("PATCH", "/archive", SWITCH).code()).isEqualTo("reauth-required");
    }

    @Test
    void aCodeAloneIsNoProofForWhoHasAPassword() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        var app = Newcomer.enrol(ada, clock.instant());
        clock.pass(Duration.ofMinutes(11));
        assertThat(ada.post("/me/reauthentication", Map.of("code", app.code(clock.instant())))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wrongProofsAreSlowedDownAsWrongPasswordsAre() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        Api.Answer answer = ada.get("/me");
        int refused = 0;
        for (int i = 0; i < 30 && answer.status() != 429; i++) {
            answer = i % 2 == 0
                    ? ada.post("/me/reauthentication", Map.of("password", "wrong"))
                    : ada.send(
                            "PUT",
                            "/me/password",
                            Map.of("old_password", "wrong", "new_password", "one more long phrase"));
            refused += answer.status() == 401 ? 1 : 0;
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(refused).isLessThanOrEqualTo(5);
        assertThat(server.nobody()
                        .post("/sessions", Map.of("address", TestServer.ADMINISTRATOR, "password", "wrong"))
                        .status())
                .as("the count is the same")
                .isEqualTo(429);
    }

    @Test
    void aNewPasswordNeedsTheOldOneAndEndsTheOtherSessions() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        Api other = server.signedIn(TestServer.ADMINISTRATOR);
        Map<String, Object> change =
                Map.of("old_password", TestServer.PASSWORD, "new_password", "one more long phrase");
        Api.Answer shorter =
                ada.send("PUT", "/me/password", Map.of("old_password", TestServer.PASSWORD, "new_password", "short"));
        assertThat(shorter.status()).isEqualTo(422);
        assertThat(shorter.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/new_password");
        assertThat(ada.send("PUT", "/me/password", change).status()).isEqualTo(204);
        assertThat(ada.get("/me").status()).isEqualTo(200);
        assertThat(other.get("/me").status()).isEqualTo(401);
        assertThat(server.nobody()
                        .post("/sessions", Map.of("address", TestServer.ADMINISTRATOR, "password", TestServer.PASSWORD))
                        .status())
                .isEqualTo(401);
        assertThat(server.nobody()
                        .post(
                                "/sessions",
                                Map.of("address", TestServer.ADMINISTRATOR, "password", "one more long phrase"))
                        .status())
                .isEqualTo(201);
        assertThat(server.archive().entries().toString()).doesNotContain("one more long phrase");
    }

    @Test
    void mySessionsAreListedAndEndedAndNobodyElses() throws Exception {
        Api first = server.signedIn(TestServer.ADMINISTRATOR);
        clock.pass(Duration.ofMinutes(1));
        Browser browser = server.browser();
        browser.signIn(TestServer.ADMINISTRATOR);
        JsonNode all = first.get("/me/sessions").json().get("data");
        assertThat(all.size()).isEqualTo(2);
        assertThat(all.get(0).get("kind").asString()).isEqualTo("cookie");
        assertThat(all.get(0).get("current").asBoolean()).isFalse();
        assertThat(all.get(1).get("current").asBoolean()).isTrue();
        assertThat(all.get(1).get("client").asString()).isEqualTo("127.0.0.1");
        assertThat(all.toString()).doesNotContain("mun_").doesNotContain("hash");
        String cookieSession = all.get(0).get("id").asString();

        Api stranger = server.signedIn(TestServer.POSTMASTER);
        assertThat(stranger.send("DELETE", "/me/sessions/" + cookieSession, "").status())
                .isEqualTo(404);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(first.send("DELETE", "/me/sessions/" + cookieSession, "").status())
                .isEqualTo(204);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);

        Api third = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(third.send("DELETE", "/me/sessions", "").status()).isEqualTo(204);
        assertThat(first.get("/me").status()).isEqualTo(401);
        assertThat(third.get("/me").status()).isEqualTo(200);
        assertThat(stranger.get("/me").status()).isEqualTo(200);
    }

    @Test
    void writingByTheCookieNeedsTheTokenAgainstForgedRequests() throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.ADMINISTRATOR);
        browser.withoutToken();
        for (String path :
                new String[] {"/api/v1/me/reauthentication", "/api/v1/me/second-factor/totp", "/api/v1/tokens"}) {
            assertThat(browser.send("POST", path, "{}").code()).as(path).isEqualTo("csrf");
        }
        assertThat(browser.send("DELETE", "/api/v1/me/sessions", "").code()).isEqualTo("csrf");
        assertThat(browser.send("PUT", "/api/v1/me/password", "{}").code()).isEqualTo("csrf");
    }

    @Test
    void thePolicyHoldsForSessionsThatRun() throws Exception {
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        Browser browser = server.browser();
        browser.signIn(TestServer.ADMINISTRATOR);
        Api.Answer changed = postmaster.send(
                "PATCH", "/policy", Map.of("idle_minutes", 5, "session_hours", 1, "reason", "open-plan office"));
        assertThat(changed.json().toString())
                .isEqualTo(
                        "{\"second_factor\":\"optional\",\"idle_minutes\":5,\"session_hours\":1,\"reason_required\":false}");
        assertThat(server.archive().entries().getLast().detail())
                .containsEntry("before.idle_minutes", "30")
                .containsEntry("after.idle_minutes", "5")
                .containsEntry("reason", "open-plan office")
                .doesNotContainKey("before.second_factor");
        clock.pass(Duration.ofMinutes(4));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(5));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        clock.pass(Duration.ofMinutes(50));
        assertThat(postmaster.get("/me").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(1));
        assertThat(postmaster.get("/me").status()).isEqualTo(401);
    }

    @Test
    void whatAPageAsksByItselfKeepsNoSessionAlive() throws Exception {
        Browser left = server.browser();
        left.signIn(TestServer.ADMINISTRATOR);
        Browser used = server.browser();
        used.signIn(TestServer.ADMINISTRATOR);
        left.with("Unattended", "true");
        for (int minutes = 0; minutes < 29; minutes++) {
            clock.pass(Duration.ofMinutes(1));
            assertThat(left.get("/api/v1/archive").status()).isEqualTo(200);
            assertThat(used.get("/api/v1/archive").status()).isEqualTo(200);
        }
        left.with("Unattended", null);
        assertThat(left.glance("/api/v1/events")).isEqualTo(200);
        clock.pass(Duration.ofMinutes(1));
        assertThat(left.with("Unattended", "true").get("/api/v1/archive").status())
                .isEqualTo(401);
        assertThat(used.get("/api/v1/archive").status()).isEqualTo(200);
        assertThat(left.with("Unattended", null).get("/api/v1/archive").status())
                .as("an ended session does not begin again")
                .isEqualTo(401);
    }

    @Test
    void aSessionOfOneKindDoesNotPassForTheOtherUnattendedEither() throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.ADMINISTRATOR);
        String session = browser.cookies().get("muniment_session");
        Browser program = server.browser().with("Authorization", "Bearer " + session);
        assertThat(program.with("Unattended", "true").get("/api/v1/archive").status())
                .isEqualTo(401);
    }

    @Test
    void aLongerPolicyWakesNoSessionThatHasEnded() throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.ADMINISTRATOR);
        clock.pass(Duration.ofMinutes(31));
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        assertThat(postmaster
                        .send("PATCH", "/policy", Map.of("idle_minutes", 480, "reason", "long meetings"))
                        .status())
                .isEqualTo(200);
        assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(postmaster.get("/me").status()).isEqualTo(200);
    }

    @Test
    void twoChangesOfThePolicyAtOnceBothHold() throws Exception {
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        for (int round = 0; round < 10; round++) {
            Map<String, Object> idle = Map.of("idle_minutes", 10 + round, "reason", "x");
            Map<String, Object> hours = Map.of("session_hours", 20 + round, "reason", "x");
            var together = new CyclicBarrier(2);
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Api.Answer>> answers = Stream.of(idle, hours)
                        .map(change -> both.submit(() -> {
                            together.await();
                            return postmaster.send("PATCH", "/policy", change);
                        }))
                        .toList();
                for (Future<Api.Answer> answer : answers) {
                    assertThat(answer.get().status()).isEqualTo(200);
                }
            }
            JsonNode policy = postmaster.get("/policy").json();
            assertThat(policy.get("idle_minutes").asInt()).isEqualTo(10 + round);
            assertThat(policy.get("session_hours").asInt()).isEqualTo(20 + round);
        }
    }

    @Test
    void requiringTheSecondFactorHoldsAtOnce() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        assertThat(ada.get("/archive").status()).isEqualTo(200);
        postmaster.send("PATCH", "/policy", Map.of("second_factor", "required", "reason", "the rule"));
        assertThat(ada.get("/archive").code()).isEqualTo("second-factor-required");
        postmaster.send("PATCH", "/policy", Map.of("second_factor", "optional", "reason", "not the rule"));
        assertThat(ada.get("/archive").status()).isEqualTo(200);
    }

    @Test
    void aPolicyOutOfBoundsIsRefusedAndNothingChanges() throws Exception {
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        var before = postmaster.get("/policy").json();
        Map<String, Map<String, Object>> wrong = Map.of(
                "/idle_minutes", Map.of("idle_minutes", 4, "reason", "x"),
                "/session_hours", Map.of("session_hours", 73, "reason", "x"),
                "/second_factor", Map.of("second_factor", "never", "reason", "x"),
                "/reason", Map.of("idle_minutes", 10));
        for (var one : wrong.entrySet()) {
            Api.Answer answer = postmaster.send("PATCH", "/policy", one.getValue());
            assertThat(answer.status()).as(one.getKey()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo(one.getKey());
        }
        assertThat(postmaster.get("/policy").json()).isEqualTo(before);
        assertThat(server.signedIn(TestServer.ADMINISTRATOR)
                        .send("PATCH", "/policy", Map.of("idle_minutes", 10, "reason", "x"))
                        .status())
                .isEqualTo(403);
    }
}
