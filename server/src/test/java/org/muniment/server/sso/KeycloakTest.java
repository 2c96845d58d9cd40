package org.muniment.server.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.directory.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** Single sign-on through a real Keycloak: who may come in, and who may not. */
@Tag("installed")
@Timeout(600)
class KeycloakTest {
    @TempDir
    private static Path work;

    private static Keycloak keycloak;
    private static int port;

    @TempDir
    private Path home;

    private TestServer server;

    @BeforeAll
    static void provider() throws Exception {
        port = Keycloak.freePort();
        keycloak = Keycloak.start(work, "http://127.0.0.1:" + port);
    }

    @AfterAll
    static void noProvider() {
        keycloak.close();
    }

    @BeforeEach
    void archive() throws Exception {
        server = TestServer.setUp(home, SecondFactor.OPTIONAL, settings("own"));
    }

    private Map<String, String> settings(String factor) throws Exception {
        Path secret = work.resolve("secret");
        Files.writeString(secret, "only-for-this-test\n");
        return Map.of(
                "MUNIMENT_HTTP_PORT",
                Integer.toString(port),
                "MUNIMENT_OIDC_ISSUER",
                keycloak.issuer(),
                "MUNIMENT_HTTP_HOSTS",
                "archive.example.org",
                "MUNIMENT_OIDC_NAME",
                "Keycloak",
                "MUNIMENT_OIDC_CLIENT_ID",
                "archive",
                "MUNIMENT_OIDC_CLIENT_SECRET_FILE",
                secret.toString(),
                "MUNIMENT_OIDC_SECOND_FACTOR",
                factor);
    }

    @AfterEach
    void noArchive() {
        server.close();
    }

    private Visitor visitor() {
        return new Visitor(server.nobody().url());
    }

    @Test
    void whoWasAppointedComesInAndHasHerRights() throws Exception {
        try (var ada = visitor()) {
            assertThat(ada.signIn("ada", "keycloak-ada")).isEqualTo("/");
            var me = ada.api("/me");
            assertThat(me.statusCode()).isEqualTo(200);
            assertThat(Api.parsed(me.body()).at("/person/address").asString()).isEqualTo("ada@example.org");
            assertThat(me.body()).contains("messages:read");
        }
    }

    @Test
    void aStrangerOfTheProviderIsNobodyHere() throws Exception {
        try (var stranger = visitor()) {
            assertThat(stranger.signIn("stranger", "keycloak-stranger")).isEqualTo("/signin#sso=refused");
            assertThat(stranger.api("/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedIsNotBelieved() throws Exception {
        try (var post = visitor()) {
            assertThat(post.signIn("post", "keycloak-post")).isEqualTo("/signin#sso=refused");
        }
    }

    @Test
    void nobodyIsSignedInByAnAddressThatSomebodyElseSendsHer() throws Exception {
        try (var attacker = visitor();
                var victim = visitor()) {
            String sentToTheVictim = attacker.signInAtProvider(attacker.begin(), "ada", "keycloak-ada");
            assertThat(Visitor.location(victim.get(sentToTheVictim))).isEqualTo("/signin#sso=failed");
            assertThat(victim.api("/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void theWayBackLeadsInOnce() throws Exception {
        try (var ada = visitor()) {
            String back = ada.signInAtProvider(ada.begin(), "ada", "keycloak-ada");
            assertThat(Visitor.location(ada.get(back))).isEqualTo("/");
            assertThat(Visitor.location(ada.get(back))).isEqualTo("/signin#sso=failed");
        }
    }

    @Test
    void behindAProxyWithTlsTheWayBackLeadsToTheProxy() throws Exception {
        try (var proxy = new Socket("127.0.0.1", port)) {
            String request = "GET /sso/oidc HTTP/1.1\r\nHost: archive.example.org\r\nX-Forwarded-Proto: https\r\n"
                    + "Accept: text/html\r\nConnection: close\r\n\r\n";
            proxy.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(proxy.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).contains("redirect_uri=https://archive.example.org/sso/oidc/callback&");
        }
    }

    @Test
    void theSignInPageIsToldOfTheProvider() throws Exception {
        assertThat(server.nobody().get("/sessions/ways").text())
                .isEqualTo("{\"single_sign_on\":[{\"name\":\"Keycloak\",\"url\":\"/sso/oidc\"}]}");
    }
}
