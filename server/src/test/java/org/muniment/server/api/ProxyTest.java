package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.TestServer;

/** From where people call when a proxy stands in front. */
class ProxyTest {
    private static final String FORWARDED = "X-Forwarded-For";

    @TempDir
    private Path home;

    private TestServer server;

    private void start(String proxies) throws Exception {
        server = TestServer.setUp(home, SecondFactor.OPTIONAL, Map.of("MUNIMENT_HTTP_PROXIES", proxies));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String addressOfSignIn(Browser browser) throws Exception {
        assertThat(browser.signIn(TestServer.POSTMASTER).status()).isEqualTo(201);
        return server.archive().entries().getLast().actor().address();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 203.0.113.9",
                "198.51.100.7, 203.0.113.9, 10.1.1.1 | 203.0.113.9",
                "2001:db8::9 | 2001:db8:0:0:0:0:0:9",
                "10.1.1.2, 10.1.1.1 | 10.1.1.2",
                "203.0.113.9, unknown | 127.0.0.1",
                "203.0.113.9, not an address, 10.1.1.1 | 10.1.1.1",
            })
    void theLastAddressThatIsNoProxyIsWhereSomebodyCallsFrom(String header, String client) throws Exception {
        start("127.0.0.1, 10.0.0.0/8");
        assertThat(addressOfSignIn(server.browser().with(FORWARDED, header))).isEqualTo(client);
    }

    @Test
    void aProxyThatNobodyNamedIsNotBelieved() throws Exception {
        start("10.0.0.0/8");
        assertThat(addressOfSignIn(server.browser().with(FORWARDED, "203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void whoGuessesSlowsDownOnlyHimself() throws Exception {
        start("127.0.0.1");
        Browser stranger = server.browser().with(FORWARDED, "203.0.113.9");
        int status = 0;
        for (int i = 0; i < 200 && status != 429; i++) {
            status = stranger.signIn("nobody" + i + "@example.org").status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(addressOfSignIn(server.browser().with(FORWARDED, "198.51.100.7")))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void theTokenOfThisMachineIsWorthNothingThroughAProxy() throws Exception {
        start("127.0.0.1");
        Api local = server.local();
        assertThat(local.get("/status").status()).isEqualTo(200);
        assertThat(local.call("GET", "/status", BodyPublishers.noBody(), Map.of(FORWARDED, "203.0.113.9"))
                        .status())
                .isEqualTo(401);
    }
}
