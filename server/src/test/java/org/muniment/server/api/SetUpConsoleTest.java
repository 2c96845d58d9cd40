package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.TestServer;

/** The first run as the console does it, with the code that the server printed. */
class SetUpConsoleTest {
    private static final String SET_UP = "/api/v1/setup";
    private static final String CODE = "Setup-Code";

    @TempDir
    private Path folder;

    @Test
    void whoHasTheCodeSetsUpAndIsSignedIn() throws Exception {
        try (var server = TestServer.empty(folder)) {
            Browser browser = server.browser().with(CODE, server.setUpCode());
            assertThat(browser.get(SET_UP).json().get("needed").asBoolean()).isTrue();
            browser.send("PUT", SET_UP + "/draft", "{\"step\":3,\"organisation\":\"Example\"}");
            Api.Answer made = browser.send("POST", SET_UP, body());
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().get("retention_years").asInt()).isEqualTo(5);
            browser.with(CODE, null);
            assertThat(browser.get("/api/v1/me")
                            .json()
                            .get("person")
                            .get("address")
                            .asString())
                    .isEqualTo(TestServer.POSTMASTER);
            LogEntry first = server.archive().entries().getFirst();
            assertThat(first.type()).isEqualTo("system.setup");
            assertThat(first.actor().name()).isEqualTo("set-up code from 127.0.0.1");
            nothingIsLeftOfIt(server);
        }
        try (var again = TestServer.setUpBefore(folder)) {
            assertThat(again.said()).doesNotContain("code");
            nothingIsLeftOfIt(again);
        }
    }

    private static void nothingIsLeftOfIt(TestServer server) throws Exception {
        Browser stranger = server.browser();
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        for (String code : new String[] {null, "AAAA-AAAA-AAAA"}) {
            stranger.with(CODE, code);
            for (String path : List.of("", "/draft", "/check", "/anything")) {
                assertThat(stranger.get(SET_UP + path).status()).as(path).isEqualTo(404);
                assertThat(stranger.send("POST", SET_UP + path, body()).status())
                        .isEqualTo(404);
                assertThat(postmaster.post("/setup" + path, body()).status()).isEqualTo(404);
            }
            assertThat(stranger.get("/api/v1/%73etup").status()).isEqualTo(404);
        }
    }

    @Test
    void withoutTheCodeThereIsNothingButTheQuestion() throws Exception {
        try (var server = TestServer.empty(folder)) {
            Browser stranger = server.browser();
            assertThat(stranger.get(SET_UP).status()).isEqualTo(200);
            assertThat(stranger.get(SET_UP + "/draft").status()).isEqualTo(401);
            assertThat(stranger.send("PUT", SET_UP + "/draft", "{}").status()).isEqualTo(401);
            assertThat(stranger.send("POST", SET_UP + "/check", "{}").status()).isEqualTo(401);
            Api.Answer refused = stranger.send("POST", SET_UP, body());
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.json().get("detail").asString()).contains("Setup-Code");
            stranger.with(CODE, server.setUpCode()).with("Sec-Fetch-Site", "cross-site");
            assertThat(stranger.send("POST", SET_UP, body()).code()).isEqualTo("csrf");
        }
    }

    @Test
    void theCodeIsTakenHoweverItIsTypedAndIsAnotherOneAtEachStart() throws Exception {
        String first;
        try (var server = TestServer.empty(folder)) {
            first = server.setUpCode();
            String typed = first.replace("-", " ").toLowerCase(Locale.ROOT);
            assertThat(server.browser().with(CODE, typed).get(SET_UP + "/draft").status())
                    .isEqualTo(200);
        }
        try (var server = TestServer.empty(folder)) {
            assertThat(server.setUpCode()).isNotEqualTo(first);
            assertThat(server.browser().with(CODE, first).get(SET_UP + "/draft").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoTriesCodesHasToWait() throws Exception {
        try (var server = TestServer.empty(folder)) {
            Browser stranger = server.browser().with(CODE, "AAAA-AAAA-AAAA");
            Api.Answer answer = stranger.get(SET_UP + "/draft");
            assertThat(answer.status()).isEqualTo(401);
            for (int i = 0; i < 6 && answer.status() == 401; i++) {
                answer = stranger.get(SET_UP + "/draft");
            }
            assertThat(answer.code()).isEqualTo("rate-limited");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 2);
            stranger.with(CODE, server.setUpCode());
            assertThat(stranger.get(SET_UP + "/draft").status())
                    .as("the right one waits too, or it could be told from the others")
                    .isEqualTo(429);
        }
    }

    @Test
    void theDraftSurvivesARestartAndHasNoPlaceForPasswords() throws Exception {
        try (var server = TestServer.empty(folder)) {
            Browser browser = server.browser().with(CODE, server.setUpCode());
            assertThat(browser.get(SET_UP + "/draft").text()).isEqualTo("{}");
            Api.Answer password = browser.send("PUT", SET_UP + "/draft", "{\"postmaster\":{\"password\":\"x\"}}");
            assertThat(password.status()).isEqualTo(422);
            assertThat(browser.send("PUT", SET_UP + "/draft", "{\"organisation\":\"" + "x".repeat(301) + "\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(browser.send("PUT", SET_UP + "/draft", "{\"step\":4,\"domains\":[\"例子.中国\"],\"alone\":true}")
                            .status())
                    .isEqualTo(204);
        }
        try (var server = TestServer.empty(folder)) {
            Browser browser = server.browser().with(CODE, server.setUpCode());
            assertThat(browser.get(SET_UP + "/draft").text())
                    .isEqualTo("{\"step\":4,\"domains\":[\"例子.中国\"],\"alone\":true}");
        }
    }

    @Test
    void aStepIsCheckedAloneAndEveryFieldHasItsSentence() throws Exception {
        try (var server = TestServer.empty(folder)) {
            Browser browser = server.browser().with(CODE, server.setUpCode()).with("Accept-Language", "zh-CN");
            assertThat(browser.send("POST", SET_UP + "/check", "{\"organisation\":\"Example\"}")
                            .status())
                    .isEqualTo(204);
            Api.Answer wrong = browser.send(
                    "POST",
                    SET_UP + "/check",
                    Map.of(
                            "domains", List.of("example.org", "no domain"),
                            "postmaster", Map.of("address", "p@example.org\\r\\nBcc: x@evil.example"),
                            "archive_administrator", Map.of("address", "a\u202e@example.org", "password", "short")));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.json()
                            .get("errors")
                            .valueStream()
                            .map(fault -> fault.get("pointer").asString()))
                    .containsExactly(
                            "/domains/1",
                            "/postmaster/address",
                            "/archive_administrator/address",
                            "/archive_administrator/password");
            assertThat(wrong.json().get("errors").get(0).get("detail").asString())
                    .isEqualTo("“no domain”不是邮件域名，例如 example.com。");
        }
    }

    @Test
    void anAddressThatIsTooLongOrSmugglesALineIsRefused() throws Exception {
        try (var server = TestServer.empty(folder)) {
            Browser browser = server.browser().with(CODE, server.setUpCode());
            for (String address : List.of(
                    "p@" + "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60)
                            + ".example.org",
                    "p\r\nX-Evil: 1@example.org",
                    "p@example.org\r\nX-Evil: 1",
                    "p\u0000@example.org",
                    "p\u2028@example.org")) {
                Api.Answer answer =
                        browser.send("POST", SET_UP + "/check", Map.of("postmaster", Map.of("address", address)));
                assertThat(answer.status()).as(address).isEqualTo(422);
                assertThat(answer.response().headers().map().keySet()).noneMatch(name -> name.contains("evil"));
            }
        }
    }

    private static Map<String, Object> body() {
        return Map.of(
                "organisation", "Example",
                "domains", List.of("example.org"),
                "postmaster", Map.of("address", TestServer.POSTMASTER, "password", TestServer.PASSWORD),
                "archive_administrator", Map.of("address", TestServer.ADMINISTRATOR, "password", TestServer.PASSWORD),
                "second_factor", "optional");
    }
}
