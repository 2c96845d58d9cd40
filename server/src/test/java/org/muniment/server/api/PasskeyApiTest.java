package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.Database;
import org.muniment.server.database.People;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.AuthenticatorApp;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.SoftAuthenticator;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Passkeys, by an authenticator that signs really. */
class PasskeyApiTest {
    private final TestClock clock = new TestClock();
    private TestServer server;
    private String url = "";

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.setUp(folder, SecondFactor.REQUIRED, clock);
        url = server.nobody().url().replace("127.0.0.1", "localhost"); // passkeys need a name
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Api nobody() {
        return new Api(url, null);
    }

    private Api.Answer password(String address) throws Exception {
        return nobody().post("/sessions", Map.of("address", address, "password", TestServer.PASSWORD));
    }

    private Api signedIn(String address) throws Exception {
        return Newcomer.signedIn(url, password(address));
    }

    private static JsonNode options(Api api, String path, Object body) throws Exception {
        Api.Answer answer = api.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("public_key");
    }

    private SoftAuthenticator enrolled(Api person) throws Exception {
        var authenticator = new SoftAuthenticator(url);
        JsonNode options = options(person, "/me/second-factor/passkeys/options", "");
        Api.Answer answer = person.post(
                "/me/second-factor/passkeys", Map.of("name", "blue key", "credential", authenticator.create(options)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("recovery_codes").size()).isEqualTo(10);
        return authenticator;
    }

    private Api.Answer alone(SoftAuthenticator authenticator, boolean verified) throws Exception {
        JsonNode options = options(nobody(), "/sessions/passkey-options", "");
        return nobody().post("/sessions/passkey", Map.of("passkey", authenticator.get(options, verified)));
    }

    @Test
    void aPasskeyIsEnrolledAndSignsInAsTheSecondStep() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        SoftAuthenticator authenticator = enrolled(ada);
        assertThat(ada.get("/archive").status()).as("the session has shown it").isEqualTo(200);
        JsonNode first = password(TestServer.ADMINISTRATOR).json();
        assertThat(first.get("methods").get(0).asString()).isEqualTo("passkey");
        Map<String, String> ticket = Map.of("ticket", first.get("ticket").asString());
        JsonNode options = options(nobody(), "/sessions/second-factor/passkey-options", ticket);
        assertThat(options.get("allowCredentials").size()).isEqualTo(1);
        assertThat(options.get("rpId").asString()).isEqualTo("localhost");
        Api.Answer done = nobody().post(
                        "/sessions/second-factor",
                        Map.of(
                                "ticket", first.get("ticket").asString(),
                                "passkey", authenticator.get(options, false)));
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(Newcomer.signedIn(url, done).get("/archive").status()).isEqualTo(200);
        JsonNode mine = ada.get("/me/second-factor").json().get("passkeys").get(0);
        assertThat(mine.get("name").asString()).isEqualTo("blue key");
        assertThat(mine.get("last_used").isNull()).isFalse();
    }

    @Test
    void aPasskeyAloneSignsInIfItKnewThePerson() throws Exception {
        SoftAuthenticator authenticator = enrolled(signedIn(TestServer.ADMINISTRATOR));
        assertThat(alone(authenticator, false).status()).as("anybody's finger").isEqualTo(401);
        Api.Answer done = alone(authenticator, true);
        assertThat(done.status()).as(done.text()).isEqualTo(201);
        assertThat(done.json().get("must_enrol").asBoolean()).isFalse();
        assertThat(server.archive().entries().getLast().detail()).containsEntry("by", "passkey");
        assertThat(Newcomer.signedIn(url, done).get("/archive").status()).isEqualTo(200);
    }

    @Test
    void anAnswerIsTakenOnceAndForItsOwnQuestion() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        SoftAuthenticator authenticator = enrolled(ada);
        JsonNode question = options(nobody(), "/sessions/passkey-options", "");
        Map<String, Object> answer = Map.of("passkey", authenticator.get(question, true));
        assertThat(nobody().post("/sessions/passkey", answer).status()).isEqualTo(201);
        assertThat(nobody().post("/sessions/passkey", answer).status())
                .as("again")
                .isEqualTo(401);

        JsonNode late = options(nobody(), "/sessions/passkey-options", "");
        clock.pass(Duration.ofMinutes(5));
        assertThat(nobody().post("/sessions/passkey", Map.of("passkey", authenticator.get(late, true)))
                        .status())
                .isEqualTo(401);

        JsonNode proof = options(ada, "/me/reauthentication/passkey-options", "");
        assertThat(nobody().post("/sessions/passkey", Map.of("passkey", authenticator.get(proof, true)))
                        .status())
                .as("a proof is no sign-in")
                .isEqualTo(401);
    }

    @Test
    void aPasskeyProvesAgainWhoOneIs() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        SoftAuthenticator authenticator = enrolled(ada);
        clock.pass(Duration.ofMinutes(11));
        assertThat(ada.post("/tokens", Map.of()).code()).isEqualTo("reauth-required");
        JsonNode question = options(ada, "/me/reauthentication/passkey-options", "");
        assertThat(ada.post("/me/reauthentication", Map.of("passkey", authenticator.get(question, true)))
                        .status())
                .isEqualTo(200);
        assertThat(ada.post("/tokens", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void whoHasNoPasswordProvesAgainByAPasskeyOrACode() throws Exception {
        Api withPassword = signedIn(TestServer.ADMINISTRATOR);
        assertThat(withPassword.get("/me").json().get("proof_ways").toString()).isEqualTo("[\"password\"]");
        SoftAuthenticator authenticator = enrolled(withPassword);
        assertThat(withPassword.get("/me").json().get("proof_ways").toString()).isEqualTo("[\"password\",\"passkey\"]");
        Path home = server.home();
        server.close();
        try (Database database = Database.open(new Home(home))) {
            var people = new People(database);
            people.keepPassword(
                    people.find(TestServer.ADMINISTRATOR).orElseThrow().id(), "");
        }
        server = TestServer.again(home);
        url = server.nobody().url().replace("127.0.0.1", "localhost");
        authenticator.movedTo(url);
        Api ada = Newcomer.signedIn(url, alone(authenticator, true));
        assertThat(ada.get("/me").json().get("proof_ways").toString()).isEqualTo("[\"passkey\"]");
        Instant now = Instant.now();
        AuthenticatorApp app = Newcomer.enrol(ada, now);
        assertThat(ada.get("/me").json().get("proof_ways").toString()).isEqualTo("[\"passkey\",\"totp\"]");
        var elsewhere = new Api(server.nobody().url(), ada.authorization());
        assertThat(elsewhere.get("/me").json().get("proof_ways").toString())
                .as("the passkey belongs to another host")
                .isEqualTo("[\"totp\"]");
        assertThat(ada.post("/me/reauthentication", Map.of("code", app.code(now.plusSeconds(30))))
                        .status())
                .isEqualTo(200);
        Api.Answer none = ada.send(
                "PUT", "/me/password", Map.of("old_password", "none at all", "new_password", "one more long phrase"));
        assertThat(none.status()).as("who has no password here sets none").isEqualTo(409);
    }

    @Test
    void somebodyElsesPasskeyIsNoSecondStep() throws Exception {
        enrolled(signedIn(TestServer.ADMINISTRATOR));
        SoftAuthenticator posts = enrolled(signedIn(TestServer.POSTMASTER));
        JsonNode first = password(TestServer.ADMINISTRATOR).json();
        Map<String, String> ticket = Map.of("ticket", first.get("ticket").asString());
        JsonNode options = options(nobody(), "/sessions/second-factor/passkey-options", ticket);
        assertThat(nobody().post(
                                "/sessions/second-factor",
                                Map.of(
                                        "ticket", first.get("ticket").asString(),
                                        "passkey", posts.get(options, true)))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aPageOfAnotherHostAndAKeyThatIsNotKnownGetNowhere() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        JsonNode options = options(ada, "/me/second-factor/passkeys/options", "");
        var elsewhere = new SoftAuthenticator("https://evil.example");
        Api.Answer refused =
                ada.post("/me/second-factor/passkeys", Map.of("name", "x", "credential", elsewhere.create(options)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/credential");
        var unknown = new SoftAuthenticator(url);
        unknown.create(options);
        assertThat(alone(unknown, true).status()).isEqualTo(401);
    }

    @Test
    void whatIsNoPasskeyIsAWrongAnswerAndNothingWorse() throws Exception {
        for (String passkey : new String[] {
            "{}",
            "[]",
            "\"x\"",
            "{\"id\":\"x\",\"rawId\":\"x\",\"type\":\"public-key\",\"response\":{}}",
            "{\"response\":{\"clientDataJSON\":\"AAAA\"}}",
            "{\"id\":\"" + "x".repeat(40_000) + "\"}"
        }) {
            Api.Answer answer = nobody().post("/sessions/passkey", "{\"passkey\":" + passkey + "}");
            assertThat(answer.status()).as(passkey).isEqualTo(401);
            clock.pass(Duration.ofMinutes(1)); // or the sixth would have to wait
        }
        assertThat(nobody().post("/sessions/passkey", "{\"passkey\":null}").status())
                .isIn(401, 422);
    }

    @Test
    void theOnlyPasskeyStaysWhereAFactorIsRequired() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        enrolled(ada);
        String id = ada.get("/me/second-factor")
                .json()
                .get("passkeys")
                .get(0)
                .get("id")
                .asString();
        assertThat(ada.send("DELETE", "/me/second-factor/passkeys/" + id, "").status())
                .isEqualTo(409);
        Newcomer.enrol(ada, clock.instant());
        Api post = signedIn(TestServer.POSTMASTER);
        assertThat(post.send("DELETE", "/me/second-factor/passkeys/" + id, "").status())
                .as("nobody else's")
                .isEqualTo(404);
        assertThat(ada.send("DELETE", "/me/second-factor/passkeys/" + id, "").status())
                .isEqualTo(204);
    }

    @Test
    void aNameThatIsNoAddressDelaysNobodysPasskey() throws Exception {
        SoftAuthenticator authenticator = enrolled(signedIn(TestServer.ADMINISTRATOR));
        for (int i = 0; i < 8; i++) {
            nobody().post("/sessions", Map.of("address", "127.0.0.1", "password", "x"));
        }
        assertThat(alone(authenticator, true).status()).isEqualTo(201);
    }

    private static Api.Answer add(Api person, Object credential) throws Exception {
        return person.post("/me/second-factor/passkeys", Map.of("name", "x", "credential", credential));
    }

    private static JsonNode creation(Api person) throws Exception {
        return options(person, "/me/second-factor/passkeys/options", "");
    }

    @Test
    void nothingIsEnrolledWhenItCannotBeLogged() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        var authenticator = new SoftAuthenticator(url);
        Object made = authenticator.create(creation(ada));
        server.archive().breakLog(true);
        Api.Answer answer = add(ada, made);
        server.archive().breakLog(false);
        assertThat(answer.status()).isEqualTo(503);
        JsonNode factors = ada.get("/me/second-factor").json();
        assertThat(factors.get("passkeys")).isEmpty();
        assertThat(factors.get("recovery_codes_left").asInt()).isZero();
        assertThat(ada.get("/me").json().get("must_enrol").asBoolean()).isTrue();
        assertThat(alone(authenticator, true).status()).isEqualTo(401);
    }

    @Test
    void aPasskeyThatIsKnownIsNotEnrolledAgainOnWhateverHostByWhomever() throws Exception {
        SoftAuthenticator adas = enrolled(signedIn(TestServer.ADMINISTRATOR));
        Api post = signedIn(TestServer.POSTMASTER);
        var elsewhere = new Api(server.nobody().url(), post.authorization());
        int before = server.archive().entries().size();
        assertThat(add(post, adas.create(creation(post))).status())
                .as("by somebody else")
                .isEqualTo(422);
        adas.movedTo(elsewhere.url());
        for (int i = 0; i < 5; i++) {
            assertThat(add(elsewhere, adas.create(creation(elsewhere))).status())
                    .as("on another host")
                    .isEqualTo(422);
        }
        assertThat(server.archive().typesSince(before)).isEmpty();
        assertThat(elsewhere.get("/me/second-factor").json().get("passkeys")).isEmpty();
        assertThat(password(TestServer.POSTMASTER).status())
                .as("no second step")
                .isEqualTo(201);
    }

    @Test
    void aPasskeyOfWhichSomethingIsTooLongIsRefusedAndNotEnrolled() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        var authenticator = new SoftAuthenticator(url);
        int before = server.archive().entries().size();
        String long1 = "A".repeat(1_500);
        Map<String, Object> longId = new HashMap<>(authenticator.create(creation(ada)));
        longId.putAll(Map.of("id", long1, "rawId", long1));
        assertThat(add(ada, longId).status()).as("id").isEqualTo(422);
        assertThat(add(ada, withResponse(authenticator.create(creation(ada)), "transports", List.of("x".repeat(201))))
                        .status())
                .as("transports")
                .isEqualTo(422);
        Map<String, Object> made = authenticator.create(creation(ada));
        String client = new String(
                Base64.getUrlDecoder()
                        .decode(response(made).get("clientDataJSON").toString()),
                StandardCharsets.UTF_8);
        String padded = client.substring(0, client.length() - 1) + ",\"padding\":\"" + "x".repeat(3_000) + "\"}";
        String encoded =
                Base64.getUrlEncoder().withoutPadding().encodeToString(padded.getBytes(StandardCharsets.UTF_8));
        assertThat(add(ada, withResponse(made, "clientDataJSON", encoded)).status())
                .as("client data")
                .isEqualTo(422);
        assertThat(server.archive().typesSince(before)).isEmpty();
        assertThat(ada.get("/me/second-factor").json().get("passkeys")).isEmpty();
        assertThat(ada.get("/me").json().get("must_enrol").asBoolean()).isTrue();
    }

    private static Map<?, ?> response(Map<String, Object> credential) {
        return (Map<?, ?>) credential.get("response");
    }

    private static Map<String, Object> withResponse(Map<String, Object> credential, String field, Object value) {
        Map<Object, Object> response = new HashMap<>(response(credential));
        response.put(field, value);
        Map<String, Object> changed = new HashMap<>(credential);
        changed.put("response", response);
        return changed;
    }

    @Test
    void twoFactorsRemovedAtOnceLeaveOneWhereOneIsRequired() throws Exception {
        Api ada = signedIn(TestServer.ADMINISTRATOR);
        enrolled(ada);
        Newcomer.enrol(ada, clock.instant());
        String passkey =
                ada.get("/me/second-factor").json().at("/passkeys/0/id").asString();
        // Two that had both been checked would meet here; one that is checked alone goes on after a moment.
        var together = new CyclicBarrier(2);
        server.archive().whenLogging(type -> {
            if (type.equals("auth.factor_removed")) {
                meet(together);
            }
        });
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = Stream.of("/totp", "/passkeys/" + passkey)
                    .map(path -> both.submit(() ->
                            ada.send("DELETE", "/me/second-factor" + path, "").status()))
                    .toList();
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(204, 409);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.SECONDS);
        } catch (TimeoutException | BrokenBarrierException alone) {
            // as it should be
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
