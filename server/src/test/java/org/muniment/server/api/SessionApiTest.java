package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

@ExtendWith(SharedServer.class)
class SessionApiTest {

    @Test
    void signingInGivesATokenUntilSigningOut(TestServer server) throws Exception {
        int before = server.archive().entries().size();
        Api.Answer answer =
                signIn(server, TestServer.ADMINISTRATOR.toUpperCase(java.util.Locale.ROOT), TestServer.PASSWORD);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("token").asString()).matches("mun_[A-Za-z0-9_-]{43}");
        assertThat(answer.json().get("person").get("roles").get(0).asString()).isEqualTo("archive_administrator");
        var api = new Api(
                server.nobody().url(), "Bearer " + answer.json().get("token").asString());
        assertThat(api.get("/status").status()).isEqualTo(200);
        assertThat(api.send("DELETE", "/sessions/current", "").status()).isEqualTo(204);
        Api.Answer after = api.get("/status");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.code()).isEqualTo("not-authenticated");
        assertThat(server.archive().typesSince(before)).containsExactly("auth.sign_in", "auth.sign_out");
    }

    @Test
    void tokensThatAreNoneAreRefusedEvenWhereNoneIsNeeded(TestServer server) throws Exception {
        for (String authorization : new String[] {
            "Bearer nonsense", "Bearer mun_" + "a".repeat(43), "Local " + "0".repeat(64), "Basic YTpi", "Bearer "
        }) {
            var api = new Api(server.nobody().url(), authorization);
            assertThat(api.get("/status").status()).as(authorization).isEqualTo(401);
            assertThat(api.get("/readyz").status()).as(authorization).isEqualTo(401);
        }
    }

    @Test
    void unknownAddressesAndWrongPasswordsAreAnsweredAlikeAndThenThrottled(@TempDir Path folder) throws Exception {
        try (var server = TestServer.setUp(folder, SecondFactor.REQUIRED)) {
            int before = server.archive().entries().size();
            Api.Answer wrong = signIn(server, TestServer.POSTMASTER, "not the password");
            Api.Answer unknown = signIn(server, "who@example.org", "not the password");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(unknown.json().get("detail")).isEqualTo(wrong.json().get("detail"));
            assertThat(server.archive().typesSince(before)).containsExactly("auth.failed", "auth.failed");
            assertThat(server.archive().entries().getLast().actor().name()).isEqualTo("unknown");

            Api.Answer answer = wrong;
            for (int i = 0; i < 6 && answer.status() == 401; i++) {
                answer = signIn(server, TestServer.POSTMASTER, "not the password");
            }
            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.code()).isEqualTo("rate-limited");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 2);
        }
    }

    private static Api.Answer signIn(TestServer server, String address, String password) throws Exception {
        return server.nobody().post("/sessions", Map.of("address", address, "password", password));
    }
}
