package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;

/** Every refusal is an entry of the archive log, and no stranger can fill it. */
class RefusalLogApiTest {
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

    private LogEntry newest() {
        return server.archive().entries().getLast();
    }

    @Test
    void tokensThatAreNoneAreToldOncePerAddressAndCounted() throws Exception {
        int before = server.archive().entries().size();
        for (int i = 0; i < 20; i++) {
            var stranger = new Api(server.nobody().url(), "Bearer mun_" + "x".repeat(42) + (char) ('a' + i));
            assertThat(stranger.get("/status").status()).isEqualTo(401);
        }
        assertThat(server.archive().typesSince(before)).containsExactly("auth.failed");
        assertThat(newest().actor().name()).isEqualTo("unknown");
        assertThat(newest().actor().address()).isEqualTo("127.0.0.1");
        assertThat(newest().detail()).containsExactly(Map.entry("cause", "token"));
        server.close();
        assertThat(server.archive().typesSince(before)).containsExactly("auth.failed", "auth.failed");
        assertThat(newest().detail()).containsEntry("count", "19");
        assertThat(server.archive().entries().toString()).doesNotContain("mun_");
    }

    @Test
    void requestsThatAPageOfAnotherSiteMayHaveForgedAreToldOnceAndCounted() throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.ADMINISTRATOR);
        int before = server.archive().entries().size();
        browser.with("Sec-Fetch-Site", "cross-site").send("PATCH", "/api/v1/archive", "{}");
        browser.with("Sec-Fetch-Site", null).withoutToken().send("PATCH", "/api/v1/archive", "{}");
        assertThat(server.archive().typesSince(before)).containsExactly("auth.failed");
        assertThat(newest().detail()).containsExactly(Map.entry("cause", "forged request"));
    }

    @Test
    void whatIsRefusedBehindTheDoorIsLoggedToo() throws Exception {
        Api ada = server.signedIn(TestServer.ADMINISTRATOR);
        Api program = new Api(
                ada.url(),
                "Bearer "
                        + ada.post("/tokens", Map.of("name", "a program", "scopes", List.of("archive:switch")))
                                .json()
                                .get("token")
                                .asString());
        clock.pass(Duration.ofMinutes(11));
        assertThat(ada.send("PATCH", "/archive", SWITCH).code()).isEqualTo("reauth-required");
        assertThat(newest().type()).isEqualTo("access.denied");
        assertThat(newest().actor().name()).isEqualTo(TestServer.ADMINISTRATOR);
        assertThat(newest().detail())
                .containsEntry("what", "PATCH /api/v1/archive")
                .containsEntry("code", "reauth-required");
        assertThat(program.send("PATCH", "/archive", SWITCH).code()).isEqualTo("forbidden");
        assertThat(newest().detail()).containsEntry("code", "forbidden");
        int before = server.archive().entries().size();
        server.archive().breakLog(true);
        assertThat(ada.send("PATCH", "/archive", SWITCH).code()).isEqualTo("reauth-required");
        server.archive().breakLog(false);
        assertThat(server.archive().typesSince(before)).isEmpty();
    }

    @Test
    void reasonAndCaseStandInTheEntriesOfSigningInAsInAllOthers() throws Exception {
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Audit-Reason", "quarterly review", "Audit-Case", "case_7");
        String right =
                "{\"address\":\"" + TestServer.ADMINISTRATOR + "\",\"password\":\"" + TestServer.PASSWORD + "\"}";
        server.nobody().call("POST", "/sessions", BodyPublishers.ofString(right), headers);
        assertThat(newest().type()).isEqualTo("auth.sign_in");
        assertThat(newest().detail())
                .containsEntry("reason", "quarterly review")
                .containsEntry("case", "case_7");
        String wrong = "{\"address\":\"" + TestServer.ADMINISTRATOR + "\",\"password\":\"nothing\"}";
        server.nobody().call("POST", "/sessions", BodyPublishers.ofString(wrong), headers);
        assertThat(newest().type()).isEqualTo("auth.failed");
        assertThat(newest().detail())
                .containsEntry("cause", "credentials")
                .containsEntry("reason", "quarterly review")
                .containsEntry("case", "case_7");
    }
}
