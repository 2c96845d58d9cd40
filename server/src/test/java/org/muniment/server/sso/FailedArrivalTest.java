package org.muniment.server.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.TestServer;

/** Arrivals that fail before any provider is asked. */
class FailedArrivalTest {
    @TempDir
    private Path home;

    @Test
    void anArrivalThatNobodyBeganIsLoggedWithItsCauseAndWithoutWhatItBrought() throws Exception {
        Map<String, String> provider =
                Map.of("MUNIMENT_OIDC_ISSUER", "http://127.0.0.1:1/realm", "MUNIMENT_OIDC_CLIENT_ID", "archive");
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL, provider)) {
            int before = server.archive().entries().size();
            for (int i = 0; i < 5; i++) {
                var answer = server.browser().get("/sso/oidc/callback?code=secret-code&state=secret-state-" + i);
                assertThat(answer.header("Location")).endsWith("/signin#sso=failed");
            }
            assertThat(server.archive().typesSince(before)).containsExactly("auth.failed");
            LogEntry entry = server.archive().entries().getLast();
            assertThat(entry.actor().name()).isEqualTo("unknown");
            assertThat(entry.detail())
                    .containsExactly(
                            Map.entry("cause", "single sign-on"), Map.entry("code", "authorization-request-not-found"));
        }
    }

    @Test
    void whoCannotBeSentToTheProviderComesBackToTheSignInPage() throws Exception {
        Map<String, String> provider =
                Map.of("MUNIMENT_OIDC_ISSUER", "http://127.0.0.1:1/realm", "MUNIMENT_OIDC_CLIENT_ID", "archive");
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL, provider)) {
            for (String path : List.of("/sso/oidc", "/sso/somebody-else")) {
                var answer = server.browser().get(path);
                assertThat(answer.status()).as(path).isEqualTo(302);
                assertThat(answer.header("Location")).as(path).endsWith("/signin#sso=failed");
            }
            assertThat(server.archive().entries().getLast().detail())
                    .containsExactly(Map.entry("cause", "single sign-on"), Map.entry("code", "other"));
        }
    }
}
