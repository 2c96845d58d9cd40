package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.server.database.Database;
import org.muniment.server.database.Identities;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Who appoints whom, what it takes, and what it never can. */
class AdminApiTest {
    private static final Map<String, String> REASON = Map.of("reason", "the tests");

    private final TestClock clock = new TestClock();
    private TestServer server;
    private Api postmaster;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.setUp(folder, SecondFactor.OPTIONAL, clock);
        postmaster = server.signedIn(TestServer.POSTMASTER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String idOf(String address) throws Exception {
        for (JsonNode admin : postmaster.get("/admins").json().get("data")) {
            if (admin.get("address").asString().equals(address)) {
                return admin.get("id").asString();
            }
        }
        throw new AssertionError("there is no " + address);
    }

    private LogEntry newest() {
        return server.archive().entries().getLast();
    }

    @Test
    void whoIsAppointedSetsHerOwnPasswordAndSignsIn() throws Exception {
        Api.Answer answer = postmaster.post(
                "/admins",
                Map.of(
                        "address", "Olga@Example.org",
                        "name", "Olga Lind",
                        "roles", List.of("auditor", "archive_administrator"),
                        "reason", "a second reader"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode olga = answer.json().get("admin");
        JsonNode invitation = answer.json().get("invitation");
        assertThat(olga.get("address").asString()).isEqualTo("olga@example.org");
        assertThat(olga.get("state").asString()).isEqualTo("invited");
        assertThat(invitation.get("path").asString())
                .isEqualTo("/invitation#" + invitation.get("code").asString());
        assertThat(newest().type()).isEqualTo("admin.grant");
        assertThat(newest().detail())
                .containsEntry("object", olga.get("id").asString())
                .containsEntry("after.roles", "archive_administrator auditor")
                .containsEntry("reason", "a second reader");
        String code = invitation.get("code").asString();
        assertThat(server.archive().entries().toString()).doesNotContain(code);

        Api nobody = server.nobody();
        JsonNode known = nobody.post("/invitations/check", Map.of("code", code)).json();
        assertThat(known.get("name").asString()).isEqualTo("Olga Lind");
        assertThat(known.get("organisation").asString()).isEqualTo("Example");
        Api.Answer weak = nobody.post("/invitations/accept", Map.of("code", code, "password", "short"));
        assertThat(weak.status()).isEqualTo(422);
        Map<String, String> accept = Map.of("code", code, "password", Newcomer.PASSWORD);
        assertThat(nobody.post("/invitations/accept", accept).status()).isEqualTo(200);
        assertThat(nobody.post("/invitations/accept", accept).status())
                .as("it works once")
                .isEqualTo(401);
        Api signedIn = Newcomer.signedIn(
                nobody.url(),
                nobody.post("/sessions", Map.of("address", "olga@example.org", "password", Newcomer.PASSWORD)));
        assertThat(signedIn.get("/archive").status()).isEqualTo(200);
        JsonNode now = postmaster.get("/admins/" + olga.get("id").asString()).json();
        assertThat(now.get("state").asString()).isEqualTo("active");
        assertThat(now.get("sessions").asInt()).isEqualTo(1);
        assertThat(now.get("invitation_expires_at").isNull()).isTrue();
    }

    @Test
    void whoHasNoPasswordYetCannotSignIn() throws Exception {
        Newcomer.appointed(postmaster, "olga@example.org", "auditor");
        for (String password : List.of("", "x", Newcomer.PASSWORD)) {
            assertThat(server.nobody()
                            .post("/sessions", Map.of("address", "olga@example.org", "password", password))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void anInvitationEndsAfterSevenDaysAndWithTheNextOne() throws Exception {
        Newcomer olga = Newcomer.appointed(postmaster, "olga@example.org", "auditor");
        String fresh = postmaster
                .post("/admins/" + olga.id() + ":invite", REASON)
                .json()
                .get("invitation")
                .get("code")
                .asString();
        assertThat(server.nobody()
                        .post("/invitations/check", Map.of("code", olga.code()))
                        .status())
                .isEqualTo(401);
        clock.pass(Duration.ofDays(7));
        assertThat(server.nobody()
                        .post("/invitations/check", Map.of("code", fresh))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void guessingInvitationsIsSlowedDown() throws Exception {
        Api.Answer answer = server.nobody().post("/invitations/check", Map.of("code", "inv_guessed"));
        assertThat(answer.status()).isEqualTo(401);
        for (int i = 0; i < 40 && answer.status() == 401; i++) {
            answer = server.nobody().post("/invitations/accept", Map.of("code", "inv_" + i, "password", "x"));
        }
        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void rolesHoldAtOnceForSessionsThatRun() throws Exception {
        Newcomer olga =
                Newcomer.appointed(postmaster, "olga@example.org", "auditor").accept();
        Api session = olga.signIn();
        assertThat(session.get("/admins").status()).isEqualTo(200);
        assertThat(session.post("/query:parse", Map.of("query", "x")).status()).isEqualTo(403);
        Api.Answer granted = postmaster.post(
                "/admins/" + olga.id() + ":grant", Map.of("role", "archive_administrator", "reason", "needed"));
        assertThat(granted.json().get("roles").toString()).isEqualTo("[\"archive_administrator\",\"auditor\"]");
        assertThat(session.post("/query:parse", Map.of("query", "x")).status()).isEqualTo(200);
        postmaster.post(
                "/admins/" + olga.id() + ":revoke", Map.of("role", "archive_administrator", "reason", "not needed"));
        assertThat(newest().detail())
                .containsEntry("before.roles", "archive_administrator auditor")
                .containsEntry("after.roles", "auditor");
        assertThat(session.post("/query:parse", Map.of("query", "x")).status()).isEqualTo(403);
    }

    @Test
    void theLastPostmasterAndTheLastArchiveAdministratorStay() throws Exception {
        String post = idOf(TestServer.POSTMASTER);
        String ada = idOf(TestServer.ADMINISTRATOR);
        Newcomer.appointed(postmaster, "idle@example.org", "postmaster", "archive_administrator");
        Map<String, String> lost = Map.of(
                "/admins/" + post + ":revoke", "postmaster", "/admins/" + ada + ":revoke", "archive_administrator");
        for (var one : lost.entrySet()) {
            Api.Answer answer = postmaster.post(one.getKey(), Map.of("role", one.getValue(), "reason", "x"));
            assertThat(answer.status())
                    .as("somebody who never signed in does not count")
                    .isEqualTo(409);
        }
        assertThat(postmaster.post("/admins/" + ada + ":suspend", REASON).status())
                .isEqualTo(409);
        Newcomer second = Newcomer.appointed(postmaster, "second@example.org", "archive_administrator")
                .accept();
        assertThat(postmaster.post("/admins/" + ada + ":suspend", REASON).status())
                .isEqualTo(200);
        assertThat(postmaster
                        .post("/admins/" + second.id() + ":suspend", REASON)
                        .status())
                .as("the other one is suspended")
                .isEqualTo(409);
    }

    @Test
    void suspendingEndsEverythingUntilSheIsLetInAgain() throws Exception {
        Newcomer olga =
                Newcomer.appointed(postmaster, "olga@example.org", "auditor").accept();
        Api session = olga.signIn();
        String token = session.post("/tokens", Map.of("name", "t", "scopes", List.of("archive:read")))
                .json()
                .get("token")
                .asString();
        Api program = new Api(session.url(), "Bearer " + token);
        assertThat(program.get("/archive").status()).isEqualTo(200);
        postmaster.post("/admins/" + olga.id() + ":suspend", REASON);
        assertThat(session.get("/me").status()).isEqualTo(401);
        assertThat(program.get("/archive").status()).isEqualTo(401);
        Api.Answer kept = olga.attempt();
        Api.Answer unknown =
                server.nobody().post("/sessions", Map.of("address", "who@example.org", "password", "whatever it is"));
        assertThat(kept.status()).isEqualTo(401);
        assertThat(kept.json().get("detail")).isEqualTo(unknown.json().get("detail"));
        postmaster.post("/admins/" + olga.id() + ":resume", REASON);
        assertThat(session.get("/me").status()).as("what ended stays ended").isEqualTo(401);
        assertThat(program.get("/archive").status()).isEqualTo(200);
        assertThat(olga.attempt().status()).isEqualTo(201);
    }

    @Test
    void endingSessionsAndResettingTheFactorHaveHerSignInAnew() throws Exception {
        Newcomer olga = Newcomer.appointed(postmaster, "olga@example.org", "archive_administrator")
                .accept();
        Api session = olga.signIn();
        Newcomer.enrol(session, clock.instant());
        postmaster.post("/admins/" + olga.id() + ":end-sessions", REASON);
        assertThat(session.get("/me").status()).isEqualTo(401);
        assertThat(olga.attempt().status()).as("the factor stays").isEqualTo(202);
        Api.Answer reset = postmaster.post("/admins/" + olga.id() + ":reset-second-factor", REASON);
        assertThat(reset.json().get("second_factors").size()).isZero();
        assertThat(olga.attempt().status()).isEqualTo(201);
        assertThat(olga.signIn()
                        .get("/me")
                        .json()
                        .get("notices")
                        .get(0)
                        .get("kind")
                        .asString())
                .as("she is told, and everybody else is")
                .isEqualTo("second-factor-reset");
        assertThat(postmaster
                        .post("/admins/" + idOf(TestServer.POSTMASTER) + ":reset-second-factor", REASON)
                        .status())
                .as("nobody resets her own")
                .isEqualTo(409);
    }

    @Test
    void appointingOneselfToReadMailNeedsASecondYesAndIsTold() throws Exception {
        String self = idOf(TestServer.POSTMASTER);
        Map<String, Object> change = Map.of("role", "archive_administrator", "reason", "nobody else is here");
        int before = server.archive().entries().size();
        Api.Answer asked = postmaster.post("/admins/" + self + ":grant", change);
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/confirm_self");
        assertThat(server.archive().typesSince(before)).isEmpty();
        Map<String, Object> sure =
                Map.of("role", "archive_administrator", "reason", "nobody else is here", "confirm_self", true);
        assertThat(postmaster.post("/admins/" + self + ":grant", sure).status()).isEqualTo(200);
        assertThat(newest().detail()).containsEntry("self_appointment", "true");
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        JsonNode notice = ada.get("/me").json().get("notices").get(0);
        assertThat(notice.get("kind").asString()).isEqualTo("self-appointment");
        assertThat(notice.get("who").asString()).isEqualTo(TestServer.POSTMASTER);
        assertThat(notice.get("role").asString()).isEqualTo("archive_administrator");
        String id = notice.get("id").asString();
        assertThat(ada.send("DELETE", "/me/notices/" + id, "").status()).isEqualTo(204);
        assertThat(ada.send("DELETE", "/me/notices/" + id, "").status()).isEqualTo(404);
        assertThat(ada.get("/me").json().get("notices").size()).isZero();
        assertThat(postmaster.get("/me").json().get("notices").size())
                .as("each dismisses it for herself")
                .isEqualTo(1);
    }

    private List<String> noticesOfAda() throws Exception {
        return server.signedIn(TestServer.ADMINISTRATOR)
                .get("/me")
                .json()
                .get("notices")
                .valueStream()
                .map(notice -> notice.get("kind").asString() + " "
                        + notice.get("address").asString())
                .toList();
    }

    @Test
    void rolesThatAreTakenAwayForAMomentHideNothingFromTheOthers() throws Exception {
        Newcomer olga = Newcomer.appointed(postmaster, "olga@example.org", "archive_administrator")
                .accept();
        Newcomer.enrol(olga.signIn(), clock.instant());
        Map<String, String> role = Map.of("role", "archive_administrator", "reason", "the tests");
        String path = "/admins/" + olga.id();
        assertThat(postmaster.post(path + ":revoke", role).status()).isEqualTo(200);
        assertThat(postmaster.post(path + ":invite", REASON).status()).isEqualTo(200);
        assertThat(postmaster.post(path + ":reset-second-factor", REASON).status())
                .isEqualTo(200);
        assertThat(postmaster.post(path + ":grant", role).status()).isEqualTo(200);
        assertThat(noticesOfAda())
                .containsExactlyInAnyOrder("new-invitation olga@example.org", "second-factor-reset olga@example.org");
    }

    @Test
    void anInvitationOfSomebodyWhoNeverCameInIsNothingToTell() throws Exception {
        Newcomer olga = Newcomer.appointed(postmaster, "olga@example.org", "archive_administrator");
        assertThat(postmaster.post("/admins/" + olga.id() + ":invite", REASON).status())
                .isEqualTo(200);
        assertThat(noticesOfAda()).isEmpty();
    }

    @Test
    void anInvitationEndsWhenSomebodyGetsInWithoutIt() throws Exception {
        Newcomer olga =
                Newcomer.appointed(postmaster, "olga@example.org", "auditor").accept();
        String code = postmaster
                .post("/admins/" + olga.id() + ":invite", REASON)
                .json()
                .at("/invitation/code")
                .asString();
        assertThat(server.nobody()
                        .post("/invitations/check", Map.of("code", code))
                        .status())
                .isEqualTo(200);
        olga.signIn();
        assertThat(server.nobody()
                        .post("/invitations/accept", Map.of("code", code, "password", "somebody else's phrase"))
                        .status())
                .isEqualTo(401);
        assertThat(olga.attempt().status()).isEqualTo(201);
    }

    @Test
    void anInvitationThatIsMadeWhileTheOneBeforeIsAcceptedIsTheOneThatCounts() throws Exception {
        Newcomer olga = Newcomer.appointed(postmaster, "olga@example.org", "auditor");
        List<String> codes = new CopyOnWriteArrayList<>();
        server.archive().whenLogging(type -> {
            if (type.equals("auth.invitation_accepted") && codes.isEmpty()) {
                codes.add(invited(olga));
            }
        });
        Map<String, String> late = Map.of("code", olga.code(), "password", "somebody else's phrase");
        assertThat(server.nobody().post("/invitations/accept", late).status()).isEqualTo(401);
        Map<String, String> fresh = Map.of("code", codes.getFirst(), "password", Newcomer.PASSWORD);
        assertThat(server.nobody().post("/invitations/accept", fresh).status()).isEqualTo(200);
        assertThat(olga.attempt().status()).isEqualTo(201);
    }

    private String invited(Newcomer person) {
        try {
            return postmaster
                    .post("/admins/" + person.id() + ":invite", REASON)
                    .json()
                    .at("/invitation/code")
                    .asString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anInvitationUndoesTheBindingToAnIdentityProvider() throws Exception {
        Newcomer olga =
                Newcomer.appointed(postmaster, "olga@example.org", "auditor").accept();
        Path home = server.home();
        server.close();
        try (Database database = Database.open(new Home(home))) {
            assertThat(new Identities(database).bind("https://id.example.org", "s-1", olga.id(), clock.instant()))
                    .isTrue();
        }
        server = TestServer.again(home);
        postmaster = server.signedIn(TestServer.POSTMASTER);
        assertThat(postmaster.post("/admins/" + olga.id() + ":invite", REASON).status())
                .isEqualTo(200);
        server.close();
        try (Database database = Database.open(new Home(home))) {
            assertThat(new Identities(database).person("https://id.example.org", "s-1"))
                    .isEmpty();
        }
        server = TestServer.again(home);
    }

    @Test
    void whoLostAllRolesIsInvitedByAPostmasterAlone() throws Exception {
        Newcomer olga = Newcomer.appointed(postmaster, "olga@example.org", "archive_administrator")
                .accept();
        postmaster.post(
                "/admins/" + olga.id() + ":revoke", Map.of("role", "archive_administrator", "reason", "the tests"));
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(ada.post("/admins/" + olga.id() + ":invite", REASON).status())
                .isEqualTo(403);
        assertThat(postmaster.post("/admins/" + olga.id() + ":invite", REASON).status())
                .isEqualTo(200);
    }

    @Test
    void givingOneselfTheLogWithItsNamesOfAttachmentsNeedsASecondYesToo() throws Exception {
        String self = idOf(TestServer.POSTMASTER);
        assertThat(postmaster
                        .post("/admins/" + self + ":grant", Map.of("role", "auditor", "reason", "x"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/confirm_self");
    }

    @Test
    void anArchiveAdministratorMakesReviewersAndNobodyElse() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        Newcomer reviewer = Newcomer.appointed(ada, "rita@example.org", "reviewer");
        for (String role : List.of("operator", "postmaster", "archive_administrator", "auditor")) {
            Api.Answer answer = ada.post(
                    "/admins", Map.of("address", "x@example.org", "name", "X", "roles", List.of(role), "reason", "x"));
            assertThat(answer.status()).as(role).isEqualTo(403);
            assertThat(ada.post("/admins/" + reviewer.id() + ":grant", Map.of("role", role, "reason", "x"))
                            .status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(ada.post("/admins/" + reviewer.id() + ":suspend", REASON).status())
                .isEqualTo(403);
        assertThat(ada.post("/admins/" + idOf(TestServer.POSTMASTER) + ":invite", REASON)
                        .status())
                .as("an invitation sets a password")
                .isEqualTo(403);
    }

    @Test
    void aPostmasterWhoIsNoOperatorGetsAtNoOperator() throws Exception {
        Api second = Newcomer.appointed(postmaster, "second@example.org", "postmaster")
                .accept()
                .signIn();
        String operator = idOf(TestServer.POSTMASTER);
        for (String act : List.of(":suspend", ":invite", ":reset-second-factor")) {
            assertThat(second.post("/admins/" + operator + act, REASON).status())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(second.post(
                                "/admins/" + idOf("second@example.org") + ":grant",
                                Map.of("role", "operator", "reason", "x"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void everyChangeNeedsAFreshProof() throws Exception {
        String ada = idOf(TestServer.ADMINISTRATOR);
        clock.pass(Duration.ofMinutes(11));
        Map<String, Object> role = Map.of("role", "auditor", "reason", "x");
        assertThat(postmaster.post("/admins/" + ada + ":grant", role).code()).isEqualTo("reauth-required");
        assertThat(postmaster.post("/admins/" + ada + ":revoke", role).code()).isEqualTo("reauth-required");
        for (String act : List.of(":suspend", ":resume", ":end-sessions", ":reset-second-factor", ":invite")) {
            assertThat(postmaster.post("/admins/" + ada + act, REASON).code())
                    .as(act)
                    .isEqualTo("reauth-required");
        }
        assertThat(postmaster.post("/admins", Map.of()).code()).isEqualTo("reauth-required");
        assertThat(postmaster.send("PATCH", "/policy", Map.of()).code()).isEqualTo("reauth-required");
    }

    @Test
    void peopleOfAnotherOrganisationAreNotThere(@TempDir Path other) throws Exception {
        try (var both = TestServer.everybody(other)) {
            Api ours = both.signedIn("postmaster@example.org");
            String theirs = "adm_auditor_o";
            assertThat(both.signedIn("postmaster@" + TestServer.OTHER_DOMAIN)
                            .get("/admins/" + theirs)
                            .status())
                    .isEqualTo(200);
            assertThat(ours.get("/admins/" + theirs).status()).isEqualTo(404);
            assertThat(ours.get("/admins").text()).doesNotContain(TestServer.OTHER_DOMAIN);
            for (String act : List.of(":suspend", ":resume", ":end-sessions", ":reset-second-factor", ":invite")) {
                assertThat(ours.post("/admins/" + theirs + act, REASON).status())
                        .as(act)
                        .isEqualTo(404);
            }
            for (String act : List.of(":grant", ":revoke")) {
                assertThat(ours.post("/admins/" + theirs + act, Map.of("role", "auditor", "reason", "x"))
                                .status())
                        .as(act)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void fieldsThatCannotBeUsedAreNamedAndNothingHappens() throws Exception {
        int before = server.archive().entries().size();
        Map<String, Map<String, Object>> wrong = Map.of(
                "/address", Map.of("address", "no address", "name", "X", "roles", List.of("auditor"), "reason", "x"),
                "/name",
                        Map.of(
                                "address",
                                "x@example.org",
                                "name",
                                "x".repeat(201),
                                "roles",
                                List.of("auditor"),
                                "reason",
                                "x"),
                "/roles", Map.of("address", "x@example.org", "name", "X", "roles", List.of(), "reason", "x"),
                "/roles/0", Map.of("address", "x@example.org", "name", "X", "roles", List.of("king"), "reason", "x"),
                "/reason", Map.of("address", "x@example.org", "name", "X", "roles", List.of("auditor"), "reason", " "));
        for (var one : wrong.entrySet()) {
            Api.Answer answer = postmaster.post("/admins", one.getValue());
            assertThat(answer.status()).as(one.getKey()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo(one.getKey());
        }
        for (String name : List.of("a\r\nSet-Cookie: x=1", "\u202Egnp.exe", "a\u0000b")) {
            Api.Answer answer = postmaster.post(
                    "/admins",
                    Map.of("address", "x@example.org", "name", name, "roles", List.of("auditor"), "reason", "x"));
            assertThat(answer.status()).isEqualTo(422);
        }
        assertThat(postmaster.get("/admins/adm_" + "x".repeat(3_000)).status()).isEqualTo(404);
        assertThat(server.archive().typesSince(before)).isEmpty();
    }

    @Test
    void aScriptInANameIsATextAndNothingElse() throws Exception {
        String script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        Api.Answer answer = postmaster.post(
                "/admins",
                Map.of("address", "x@example.org", "name", script, "roles", List.of("auditor"), "reason", script));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().get("admin").get("name").asString()).isEqualTo(script);
    }

    @Test
    void nobodyIsAppointedWhenItCannotBeLogged() throws Exception {
        server.archive().breakLog(true);
        Api.Answer answer = postmaster.post(
                "/admins", Map.of("address", "x@example.org", "name", "X", "roles", List.of("auditor"), "reason", "x"));
        server.archive().breakLog(false);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(postmaster.get("/admins").text()).doesNotContain("x@example.org");
    }
}
