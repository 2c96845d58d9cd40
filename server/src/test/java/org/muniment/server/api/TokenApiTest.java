package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** What a program can do with a person's token, and what it never can. */
class TokenApiTest {
    private static final Map<String, Object> SEARCH = Map.of("query", "x", "time_range", Map.of("all", true));

    private final TestClock clock = new TestClock();
    private TestServer server;
    private Api ada;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.setUp(folder, SecondFactor.OPTIONAL, clock);
        ada = server.signedIn(TestServer.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode make(Map<String, Object> wanted) throws Exception {
        Api.Answer answer = ada.post("/tokens", wanted);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Api program(JsonNode made) {
        return new Api(ada.url(), "Bearer " + made.get("token").asString());
    }

    @Test
    void aTokenDoesWhatItsScopesSayAndIsShownOnce() throws Exception {
        JsonNode made = make(Map.of("name", "nightly", "scopes", List.of("archive:read", "search:run")));
        Api program = program(made);
        assertThat(program.get("/archive").status()).isEqualTo(200);
        assertThat(program.post("/searches", SEARCH).status()).isEqualTo(201);
        assertThat(program.get("/messages/msg_a-1").status())
                .as("not in its scopes")
                .isEqualTo(403);
        assertThat(program.get("/me").json().get("person").get("address").asString())
                .isEqualTo(TestServer.ADMINISTRATOR);
        assertThat(program.get("/me").json().at("/person/capabilities").toString())
                .as("its own, not its owner's")
                .isEqualTo("[\"archive:read\",\"search:run\"]");
        JsonNode listed = ada.get("/tokens").json().get("data").get(0);
        assertThat(listed.get("last_client").asString()).isEqualTo("127.0.0.1");
        assertThat(listed.get("last_used").asString()).isEqualTo("2026-11-26T08:00:10Z");
        assertThat(listed.toString()).doesNotContain("mun_");
        assertThat(server.archive().entries().toString())
                .contains("admin.token")
                .doesNotContain(made.get("token").asString());
    }

    @Test
    void scopesThatItsOwnerDoesNotHaveAreRefused() throws Exception {
        for (String scope :
                List.of("admins:write", "organisations:write", "*", "", "ARCHIVE:READ", "x".repeat(5_000))) {
            Api.Answer answer = ada.post("/tokens", Map.of("name", "n", "scopes", List.of(scope)));
            assertThat(answer.status()).as(scope).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/scopes/0");
        }
        assertThat(ada.post("/tokens", Map.of("name", "n", "scopes", List.of("archive:read", "archive:read")))
                        .status())
                .isEqualTo(422);
        assertThat(ada.post("/tokens", Map.of("name", "n", "scopes", List.of())).status())
                .isEqualTo(422);
    }

    @Test
    void aTokenNeverHasMoreThanItsOwnerHasAtThatMoment() throws Exception {
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        Newcomer olga = Newcomer.appointed(postmaster, "olga@example.org", "archive_administrator", "auditor")
                .accept();
        String token = olga.signIn()
                .post("/tokens", Map.of("name", "n", "scopes", List.of("search:run", "archive:read")))
                .json()
                .get("token")
                .asString();
        Api program = new Api(ada.url(), "Bearer " + token);
        assertThat(program.post("/searches", SEARCH).status()).isEqualTo(201);
        postmaster.post(
                "/admins/" + olga.id() + ":revoke", Map.of("role", "archive_administrator", "reason", "the tests"));
        assertThat(program.post("/searches", SEARCH).status()).isEqualTo(403);
        assertThat(program.get("/archive").status()).as("an auditor still may").isEqualTo(200);
    }

    @Test
    void aTokenMakesNoTokensAndDoesNothingDangerous() throws Exception {
        List<String> all = ada.get("/tokens")
                .json()
                .get("scopes")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        Api program = program(make(Map.of("name", "all", "scopes", all)));
        assertThat(program.post("/tokens", Map.of("name", "n", "scopes", List.of("archive:read")))
                        .status())
                .isEqualTo(403);
        assertThat(program.get("/tokens").status()).isEqualTo(403);
        assertThat(program.get("/me/sessions").status()).isEqualTo(403);
        assertThat(program.post("/me/second-factor/totp", "").status()).isEqualTo(403);
        assertThat(program.post("/me/reauthentication", Map.of("password", TestServer.PASSWORD))
                        .status())
                .isEqualTo(403);
        assertThat(program.send("PUT", "/me/password", "{}").status()).isEqualTo(403);
        assertThat(program.send("PATCH", "/me/preferences", "{}").status()).isEqualTo(403);
        assertThat(program.send("DELETE", "/sessions/current", "").status()).isEqualTo(403);
        Api.Answer switched = program.send("PATCH", "/archive", Map.of("enabled", true, "reason", "x"));
        assertThat(switched.status()).isEqualTo(403);
        assertThat(switched.code()).isEqualTo("forbidden");
        Api.Answer appointed = program.post(
                "/admins",
                Map.of("address", "x@example.org", "name", "X", "roles", List.of("reviewer"), "reason", "x"));
        assertThat(appointed.status()).isEqualTo(403);
    }

    @Test
    void aTokenEndsAtItsTimeAndWhenItIsRevoked() throws Exception {
        JsonNode made = make(Map.of("name", "n", "scopes", List.of("archive:read"), "expires_in_days", 2));
        Api program = program(made);
        clock.pass(Duration.ofDays(1));
        assertThat(program.get("/archive").status()).isEqualTo(200);
        ada = server.signedIn(TestServer.ADMINISTRATOR);
        Api another = program(make(Map.of("name", "m", "scopes", List.of("archive:read"))));
        String id = ada.get("/tokens").json().get("data").get(0).get("id").asString();
        assertThat(server.signedIn(TestServer.POSTMASTER)
                        .send("DELETE", "/tokens/" + id, "")
                        .status())
                .as("nobody else's")
                .isEqualTo(404);
        assertThat(ada.send("DELETE", "/tokens/" + id, "").status()).isEqualTo(204);
        assertThat(another.get("/archive").status()).isEqualTo(401);
        clock.pass(Duration.ofDays(1));
        assertThat(program.get("/archive").status()).isEqualTo(401);
    }

    @Test
    void aTokenIsTakenFromItsNetworksAlone() throws Exception {
        List<String> here = List.of("127.0.0.0/8", "::1");
        Map<String, Object> wanted = Map.of("name", "n", "scopes", List.of("archive:read"), "networks", here);
        assertThat(program(make(wanted)).get("/archive").status()).isEqualTo(200);
        Map<String, Object> elsewhere =
                Map.of("name", "n", "scopes", List.of("archive:read"), "networks", List.of("10.0.0.0/8"));
        assertThat(program(make(elsewhere)).get("/archive").status()).isEqualTo(401);
        Map<String, Object> wrong =
                Map.of("name", "n", "scopes", List.of("archive:read"), "networks", List.of("10.0.0.0/8", "localhost"));
        assertThat(ada.post("/tokens", wrong)
                        .json()
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asString())
                .isEqualTo("/networks/1");
    }

    @Test
    void aTokenOfSomebodyWithoutTheFactorReadsNoMailOnceItIsRequired() throws Exception {
        Api program = program(make(Map.of("name", "n", "scopes", List.of("search:run", "archive:read"))));
        assertThat(program.post("/searches", SEARCH).status()).isEqualTo(201);
        server.signedIn(TestServer.POSTMASTER)
                .send("PATCH", "/policy", Map.of("second_factor", "required", "reason", "the rule"));
        assertThat(program.post("/searches", SEARCH).status()).isEqualTo(403);
        assertThat(program.get("/archive").status()).isEqualTo(200);
        assertThat(ada.post("/tokens", Map.of("name", "m", "scopes", List.of("search:run")))
                        .code())
                .isEqualTo("second-factor-required");
        Newcomer.enrol(ada, clock.instant());
        assertThat(program(make(Map.of("name", "m", "scopes", List.of("search:run"))))
                        .post("/searches", SEARCH)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void makingOneNeedsAFreshProof() throws Exception {
        clock.pass(Duration.ofMinutes(11));
        assertThat(ada.post("/tokens", Map.of("name", "n", "scopes", List.of("archive:read")))
                        .code())
                .isEqualTo("reauth-required");
    }
}
