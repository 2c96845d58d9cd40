package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.AuthenticatorApp;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Whoever reads mail signs in with two factors, and nothing else lets her. */
class SecondFactorApiTest {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final TestClock clock = new TestClock();
    private TestServer server;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.setUp(folder, SecondFactor.REQUIRED, clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Api.Answer password(String address) throws Exception {
        return server.nobody().post("/sessions", Map.of("address", address, "password", TestServer.PASSWORD));
    }

    private Api.Answer second(JsonNode step, String field, String value) throws Exception {
        return server.nobody()
                .post(
                        "/sessions/second-factor",
                        Map.of("ticket", step.get("ticket").asString(), field, value));
    }

    @Test
    void withoutAFactorOnlyEnrollingIsPossible() throws Exception {
        Api.Answer answer = password(TestServer.ADMINISTRATOR);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("must_enrol").asBoolean()).isTrue();
        Api reader = Newcomer.signedIn(server.nobody().url(), answer);
        assertThat(reader.get("/me").json().get("must_enrol").asBoolean()).isTrue();
        for (String path : List.of("/archive", "/status", "/messages/msg_a-1", "/policy", "/tokens", "/admins")) {
            Api.Answer refused = reader.get(path);
            assertThat(refused.status()).as(path).isEqualTo(403);
            assertThat(refused.code()).as(path).isEqualTo("second-factor-required");
        }
        assertThat(reader.post("/searches", Map.of("query", "x", "time_range", Map.of("all", true)))
                        .code())
                .isEqualTo("second-factor-required");
        Newcomer.enrol(reader, clock.instant());
        assertThat(reader.get("/archive").status())
                .as("at once, in the same session")
                .isEqualTo(200);
        assertThat(reader.get("/me").json().get("must_enrol").asBoolean()).isFalse();
    }

    @Test
    void whoReadsNoMailNeedsNone() throws Exception {
        Api.Answer answer = password(TestServer.POSTMASTER);
        assertThat(answer.json().get("must_enrol").asBoolean()).isFalse();
        assertThat(Newcomer.signedIn(server.nobody().url(), answer)
                        .get("/status")
                        .status())
                .isEqualTo(200);
    }

    private AuthenticatorApp enrolled() throws Exception {
        return Newcomer.enrol(server.signedIn(TestServer.ADMINISTRATOR), clock.instant());
    }

    @Test
    void aSignInTakesTwoStepsAndGivesNothingBetweenThem() throws Exception {
        AuthenticatorApp app = enrolled();
        clock.pass(STEP);
        int before = server.archive().entries().size();
        Api.Answer first = password(TestServer.ADMINISTRATOR);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.json().get("methods").toString()).isEqualTo("[\"totp\",\"recovery_code\"]");
        assertThat(first.json().has("token")).isFalse();
        assertThat(first.json().has("person")).isFalse();
        String ticket = first.json().get("ticket").asString();
        assertThat(new Api(server.nobody().url(), "Bearer " + ticket).get("/me").status())
                .as("a ticket is no token")
                .isEqualTo(401);
        assertThat(server.archive().typesSince(before))
                .as("not signed in yet, and a token that is none")
                .containsExactly("auth.failed");
        Api.Answer done = second(first.json(), "code", app.code(clock.instant()));
        assertThat(done.status()).isEqualTo(201);
        assertThat(done.json().get("must_enrol").asBoolean()).isFalse();
        assertThat(server.archive().entries().getLast().detail()).containsEntry("by", "password, totp");
        assertThat(Newcomer.signedIn(server.nobody().url(), done)
                        .get("/archive")
                        .status())
                .isEqualTo(200);
        assertThat(second(first.json(), "code", app.code(clock.instant().plus(STEP)))
                        .status())
                .as("a ticket is good for one sign-in")
                .isEqualTo(401);
    }

    @Test
    void aCodeWorksOnceEvenForTheSamePerson() throws Exception {
        AuthenticatorApp app = enrolled();
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "code", app.code(clock.instant()))
                        .status())
                .as("the code of the enrolment")
                .isEqualTo(401);
        clock.pass(STEP);
        String code = app.code(clock.instant());
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "code", code)
                        .status())
                .isEqualTo(201);
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "code", code)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theRightPasswordDoesNotForgetWrongCodes() throws Exception {
        enrolled();
        int refused = 0;
        Api.Answer answer = password(TestServer.ADMINISTRATOR);
        for (int i = 0; i < 30 && answer.status() != 429; i++) {
            answer = second(password(TestServer.ADMINISTRATOR).json(), "code", "000000");
            refused += answer.status() == 401 ? 1 : 0;
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("rate-limited");
        assertThat(refused).isLessThanOrEqualTo(5);
    }

    @Test
    void aNameThatIsNoAddressDelaysNobodysSecondFactor() throws Exception {
        AuthenticatorApp app = enrolled();
        clock.pass(STEP);
        String name = "factor of " + idOf(TestServer.ADMINISTRATOR);
        for (int i = 0; i < 8; i++) {
            server.nobody().post("/sessions", Map.of("address", name, "password", "x"));
        }
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "code", app.code(clock.instant()))
                        .status())
                .isEqualTo(201);
    }

    private String idOf(String address) throws Exception {
        return server.signedIn(TestServer.POSTMASTER)
                .get("/admins")
                .json()
                .get("data")
                .valueStream()
                .filter(admin -> admin.get("address").asString().equals(address))
                .map(admin -> admin.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTicketIsGoodForFiveTriesAndFiveMinutes() throws Exception {
        AuthenticatorApp app = enrolled();
        JsonNode late = password(TestServer.ADMINISTRATOR).json();
        clock.pass(Duration.ofMinutes(5));
        assertThat(second(late, "code", app.code(clock.instant())).status()).isEqualTo(401);
        JsonNode worn = password(TestServer.ADMINISTRATOR).json();
        for (int i = 0; i < 5; i++) {
            assertThat(second(worn, "code", "000000").status()).isEqualTo(401);
            clock.pass(Duration.ofSeconds(40));
        }
        Api.Answer sixth = second(worn, "code", app.code(clock.instant()));
        assertThat(sixth.status()).isEqualTo(401);
        assertThat(sixth.json().get("detail").asString()).contains("begin again");
    }

    @Test
    void nobodyComesInByATicketThatIsNone() throws Exception {
        for (String ticket : List.of("", "tkt_" + "A".repeat(43), "x".repeat(100_000), "mun_" + "A".repeat(43))) {
            Api.Answer answer =
                    server.nobody().post("/sessions/second-factor", Map.of("ticket", ticket, "code", "000000"));
            assertThat(answer.status()).isEqualTo(401);
        }
        Api.Answer both = server.nobody()
                .post("/sessions/second-factor", Map.of("ticket", "t", "code", "1", "recovery_code", "2"));
        assertThat(both.status()).isEqualTo(422);
        assertThat(server.nobody()
                        .post("/sessions/second-factor", Map.of("ticket", "t"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void recoveryCodesWorkOnceEachAndNewOnesEndTheOld() throws Exception {
        Api reader = server.signedIn(TestServer.ADMINISTRATOR);
        var app = new AuthenticatorApp(
                reader.post("/me/second-factor/totp", "").json().get("secret").asString());
        JsonNode codes = reader.post("/me/second-factor/totp:confirm", Map.of("code", app.code(clock.instant())))
                .json()
                .get("recovery_codes");
        Set<String> different = new HashSet<>();
        codes.forEach(code -> different.add(code.asString()));
        assertThat(different).hasSize(10).allSatisfy(code -> assertThat(code).matches("[A-Z2-9]{5}-[A-Z2-9]{5}"));
        String first =
                codes.get(0).asString().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "recovery_code", first)
                        .status())
                .isEqualTo(201);
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "recovery_code", first)
                        .status())
                .isEqualTo(401);
        assertThat(reader.get("/me/second-factor")
                        .json()
                        .get("recovery_codes_left")
                        .asInt())
                .isEqualTo(9);
        JsonNode fresh =
                reader.post("/me/second-factor/recovery-codes", "").json().get("recovery_codes");
        assertThat(fresh.size()).isEqualTo(10);
        assertThat(second(
                                password(TestServer.ADMINISTRATOR).json(),
                                "recovery_code",
                                codes.get(1).asString())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aSecondAppTakesThePlaceOfTheFirstAndOnlyOnceItIsConfirmed() throws Exception {
        AuthenticatorApp old = enrolled();
        clock.pass(STEP);
        Api reader = Newcomer.signedIn(
                server.nobody().url(),
                second(password(TestServer.ADMINISTRATOR).json(), "code", old.code(clock.instant())));
        JsonNode begun = reader.post("/me/second-factor/totp", "").json();
        assertThat(begun.get("uri").asString())
                .startsWith("otpauth://totp/Example:ada%40example.org?secret="
                        + begun.get("secret").asString());
        Api.Answer wrong = reader.post("/me/second-factor/totp:confirm", Map.of("code", "000000"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/code");
        clock.pass(STEP);
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "code", old.code(clock.instant()))
                        .status())
                .as("the old one still works")
                .isEqualTo(201);
        var fresh = new AuthenticatorApp(begun.get("secret").asString());
        Api.Answer done = reader.post("/me/second-factor/totp:confirm", Map.of("code", fresh.code(clock.instant())));
        assertThat(done.json().get("recovery_codes").isNull())
                .as("there are some already")
                .isTrue();
        clock.pass(STEP);
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "code", old.code(clock.instant()))
                        .status())
                .isEqualTo(401);
        assertThat(second(password(TestServer.ADMINISTRATOR).json(), "code", fresh.code(clock.instant()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theOnlyFactorStaysWhereOneIsRequired() throws Exception {
        AuthenticatorApp app = enrolled();
        clock.pass(STEP);
        Api reader = Newcomer.signedIn(
                server.nobody().url(),
                second(password(TestServer.ADMINISTRATOR).json(), "code", app.code(clock.instant())));
        assertThat(reader.send("DELETE", "/me/second-factor/totp", "").status()).isEqualTo(409);
        assertThat(password(TestServer.ADMINISTRATOR).status())
                .as("it is still there")
                .isEqualTo(202);
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        Newcomer.enrol(postmaster, clock.instant());
        assertThat(postmaster.send("DELETE", "/me/second-factor/totp", "").status())
                .as("who reads no mail may go without")
                .isEqualTo(204);
        assertThat(postmaster
                        .get("/me/second-factor")
                        .json()
                        .get("recovery_codes_left")
                        .asInt())
                .isZero();
        assertThat(postmaster.post("/me/second-factor/recovery-codes", "").status())
                .isEqualTo(409);
    }

    @Test
    void enrollingEndsTheSessionsThatWereBegunWithoutTheFactor() throws Exception {
        Api stolen = server.signedIn(TestServer.ADMINISTRATOR);
        Api own = server.signedIn(TestServer.ADMINISTRATOR);
        Newcomer.enrol(own, clock.instant());
        assertThat(stolen.get("/me").status()).isEqualTo(401);
        assertThat(own.get("/me").status()).isEqualTo(200);
    }

    @Test
    void theConsoleGetsItsCookieInTheSecondStepAlone() throws Exception {
        AuthenticatorApp app = enrolled();
        clock.pass(STEP);
        Browser browser = server.browser().plant("muniment_session", "mun_" + "A".repeat(43));
        Api.Answer first = browser.signIn(TestServer.ADMINISTRATOR);
        assertThat(first.status()).isEqualTo(202);
        assertThat(first.header("Set-Cookie")).isEmpty();
        Api.Answer done = browser.send(
                "POST",
                "/api/v1/sessions/second-factor",
                Map.of("ticket", first.json().get("ticket").asString(), "code", app.code(clock.instant())));
        assertThat(done.status()).isEqualTo(201);
        assertThat(done.json().has("token")).isFalse();
        assertThat(browser.cookies().get("muniment_session")).matches("mun_[A-Za-z0-9_-]{43}");
        assertThat(browser.cookies().get("muniment_session"))
                .as("what was planted is not taken over")
                .isNotEqualTo("mun_" + "A".repeat(43));
        assertThat(browser.get("/api/v1/archive").status()).isEqualTo(200);
        browser.with("Sec-Fetch-Site", "cross-site");
        assertThat(browser.send("POST", "/api/v1/sessions/second-factor", Map.of("ticket", "x", "code", "1"))
                        .code())
                .isEqualTo("csrf");
    }

    @Test
    void nothingIsEnrolledWhenItCannotBeLogged() throws Exception {
        Api reader = server.signedIn(TestServer.ADMINISTRATOR);
        Api other = server.signedIn(TestServer.ADMINISTRATOR);
        var app = new AuthenticatorApp(
                reader.post("/me/second-factor/totp", "").json().get("secret").asString());
        Map<String, String> code = Map.of("code", app.code(clock.instant()));
        server.archive().breakLog(true);
        Api.Answer answer = reader.post("/me/second-factor/totp:confirm", code);
        server.archive().breakLog(false);
        assertThat(answer.status()).isEqualTo(503);
        JsonNode factors = reader.get("/me/second-factor").json();
        assertThat(factors.get("totp").isNull()).isTrue();
        assertThat(factors.get("recovery_codes_left").asInt()).isZero();
        assertThat(reader.get("/me").json().get("must_enrol").asBoolean()).isTrue();
        assertThat(other.get("/me").status()).isEqualTo(200);
        assertThat(password(TestServer.ADMINISTRATOR).status())
                .as("no second step")
                .isEqualTo(201);
        assertThat(reader.post("/me/second-factor/totp:confirm", code).status())
                .as("the same code, for it was not used")
                .isEqualTo(200);
    }

    @Test
    void anAuditorNeedsOneTooForTheLogHoldsNamesOfAttachments() throws Exception {
        Newcomer olga = Newcomer.appointed(server.signedIn(TestServer.POSTMASTER), "olga@example.org", "auditor")
                .accept();
        Api session = olga.signIn();
        JsonNode me = session.get("/me").json();
        assertThat(me.get("must_enrol").asBoolean()).isTrue();
        assertThat(me.at("/person/capabilities")).isEmpty();
        assertThat(session.get("/log").code()).isEqualTo("second-factor-required");
        Newcomer.enrol(session, clock.instant());
        assertThat(session.get("/log").status()).isEqualTo(200);
    }

    @Test
    void secretsStandNowhereInTheLog() throws Exception {
        Api reader = server.signedIn(TestServer.ADMINISTRATOR);
        JsonNode begun = reader.post("/me/second-factor/totp", "").json();
        var app = new AuthenticatorApp(begun.get("secret").asString());
        JsonNode done = reader.post("/me/second-factor/totp:confirm", Map.of("code", app.code(clock.instant())))
                .json();
        String log = server.archive().entries().toString();
        assertThat(log)
                .contains("auth.factor_added")
                .doesNotContain(begun.get("secret").asString(), app.code(clock.instant()))
                .doesNotContain(done.get("recovery_codes").get(0).asString());
    }
}
