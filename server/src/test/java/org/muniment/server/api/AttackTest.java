package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.Shape;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

/** What a stranger sends to find out what breaks. */
@ExtendWith(SharedServer.class)
class AttackTest {
    private static final int MUCH = 9_000;

    @Test
    void headersThatAreFarTooLongAreRefusedAndNothingFails(TestServer server) throws Exception {
        String much = "x".repeat(MUCH);
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer mun_" + much,
                "Cookie", "muniment_session=" + much,
                "Setup-Code", much,
                "X-XSRF-TOKEN", much,
                "Accept-Language", much,
                "Sec-Fetch-Site", much,
                "Origin", "https://" + much,
                "X-Forwarded-Proto", much,
                "X-Forwarded-For", much);
        for (var header : headers.entrySet()) {
            Browser browser = server.browser().with(header.getKey(), header.getValue());
            assertThat(browser.get("/api/v1/me").status()).as(header.getKey()).isEqualTo(401);
            assertThat(browser.get("/api/v1/setup/draft").status()).isIn(401, 404);
            assertThat(browser.send("PATCH", "/api/v1/me/preferences", "{}").status())
                    .as(header.getKey())
                    .isIn(401, 403);
        }
        assertThat(server.browser().with("X-Long", "x".repeat(40_000)).get("/").status())
                .isEqualTo(400);
        assertThat(server.browser().get("/" + "x".repeat(40_000)).status()).isIn(400, 414);
    }

    @Test
    void fieldsThatAreFarTooLongAreRefusedAndNothingFails(TestServer server) throws Exception {
        String much = "x".repeat(1_000_000);
        assertThat(signIn(server, much + "@example.org", "secret").status()).isEqualTo(401);
        assertThat(signIn(server, TestServer.ADMINISTRATOR, much).status()).isEqualTo(401);
        assertThat(signIn(server, much, "secret").text().length()).isLessThan(1_000);
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(api.send("PATCH", "/archive", Map.of("enabled", true, "reason", much))
                        .status())
                .isEqualTo(422);
        assertThat(api.send("PATCH", "/me/preferences", Map.of(much, 1)).text().length())
                .isLessThan(1_000);
        assertThat(api.send("PATCH", "/me/preferences", Map.of("time_zone", much))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/sessions", "[".repeat(100_000)).status()).isEqualTo(422);
        assertThat(api.post("/sessions", "{\"address\":\"" + "x".repeat(2_000_000) + "\"}")
                        .status())
                .isEqualTo(422);
    }

    private static Api.Answer signIn(TestServer server, String address, String password) throws Exception {
        return server.nobody().post("/sessions", Map.of("address", address, "password", password));
    }

    @Test
    void aSignInThatSmugglesALineIsRefusedLikeAnyOther(TestServer server) throws Exception {
        for (String address : List.of(
                TestServer.POSTMASTER + "\r\nSet-Cookie: a=b", "a\u0000b", "\u202e" + TestServer.POSTMASTER, "\n")) {
            Api.Answer answer = signIn(server, address, TestServer.PASSWORD);
            assertThat(answer.status()).as(address).isEqualTo(401);
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void whatIsNotOnesOwnIsNotThere(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        for (String id : List.of(
                "msg_other-1",
                "msg_w1-99999999",
                "msg_",
                "msg_w1-",
                "msg_W1-1",
                "log_w1-1",
                "exp_w1-1",
                "%2e%2e",
                "1",
                "msg_w1-1'--")) {
            for (String what : List.of("", "/raw", "/headers", "/text")) {
                Api.Answer answer = api.get("/messages/" + id + what);
                assertThat(answer.status()).as(id + what).isIn(400, 404);
            }
        }
        assertThat(api.get("/searches/srch_other-1/results?cursor=1").code()).isEqualTo("not-found");
        assertThat(api.post(
                                "/imports/imp_01jdforeign/finish",
                                Map.of("found", 0, "archived", 0, "merged", 0, "excluded", 0, "failed", 0))
                        .code())
                .isEqualTo("not-found");
    }

    @Test
    void problemsAlwaysHaveTheDescribedShape(TestServer server) throws Exception {
        var contract = ContractTest.contract();
        var shape = new Shape(contract.root());
        var schema = contract.root().at("/components/schemas/Problem");
        Api api = server.signedIn(TestServer.POSTMASTER);
        for (Api.Answer answer : List.of(
                server.nobody().get("/me"),
                api.get("/messages/msg_w1-1"),
                api.get("/nothing"),
                api.post("/sessions", "{"),
                api.post("/sessions", "{\"adress\":1}"),
                api.send("PATCH", "/me/preferences", Map.of("theme", 1)),
                server.browser().with("Sec-Fetch-Site", "cross-site").signIn(TestServer.POSTMASTER))) {
            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(shape.faults(schema, answer.text())).as(answer.text()).isEmpty();
        }
    }
}
