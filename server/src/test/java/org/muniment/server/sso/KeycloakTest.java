package org.muniment.server.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.AuthenticatorApp;
import org.muniment.server.testing.Newcomer;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;

/** Single sign-on through a real Keycloak: who may come in, and who may not. */
@Tag("installed")
@Timeout(600)
class KeycloakTest {
    private static final String COME_IN = "/signin#sso=done";

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
            assertThat(ada.signIn("ada", "keycloak-ada")).isEqualTo(COME_IN);
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
            assertThat(Visitor.location(ada.get(back))).isEqualTo(COME_IN);
            assertThat(Visitor.location(ada.get(back))).isEqualTo("/signin#sso=failed");
        }
    }

    /** Another one, with a policy, settings and a clock of its own. */
    private void archiveAgain(String factor, SecondFactor required, InstantSource clock) throws Exception {
        server.close();
        server = TestServer.setUp(home.resolve("another"), required, settings(factor), clock);
    }

    private static Map<String, String> arrival(String location) {
        assertThat(location).startsWith("/signin#ticket=");
        Map<String, String> said = new HashMap<>();
        for (String pair : location.substring("/signin#".length()).split("&", -1)) {
            said.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return said;
    }

    private Api.Answer secondStep(String ticket, String code) throws Exception {
        return server.nobody().post("/sessions/second-factor", Map.of("ticket", ticket, "code", code));
    }

    @Test
    void theArchivesOwnSecondFactorIsAskedByATicketThatWorksOnce() throws Exception {
        Instant now = Instant.now();
        AuthenticatorApp app = Newcomer.enrol(server.signedIn(TestServer.ADMINISTRATOR), now);
        try (var ada = visitor();
                var foreign = visitor()) {
            Map<String, String> arrival = arrival(ada.signIn("ada", "keycloak-ada"));
            assertThat(arrival.get("methods")).isEqualTo("totp,recovery_code");
            assertThat(ada.api("/me").statusCode()).as("half signed in is not").isEqualTo(401);
            String ticket = String.valueOf(arrival.get("ticket"));
            var asToken = new Api(server.nobody().url(), "Bearer " + ticket);
            assertThat(asToken.get("/me").status()).as("a ticket is no token").isEqualTo(401);
            var guessed =
                    foreign.post("/sessions/second-factor", "{\"ticket\":\"" + ticket + "\",\"code\":\"000000\"}");
            assertThat(guessed.statusCode())
                    .as("in a foreign browser it is worth nothing without the factor")
                    .isEqualTo(401);
            assertThat(foreign.api("/me").statusCode()).isEqualTo(401);
            String code = app.code(now.plusSeconds(30));
            var done = ada.post("/sessions/second-factor", "{\"ticket\":\"" + ticket + "\",\"code\":\"" + code + "\"}");
            assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
            assertThat(ada.api("/me").statusCode()).isEqualTo(200);
            assertThat(foreign.api("/me").statusCode()).isEqualTo(401);
            assertThat(server.archive().entries().getLast().detail()).containsEntry("by", "single sign-on, totp");
            assertThat(secondStep(ticket, app.code(now.plusSeconds(60))).status())
                    .as("used twice")
                    .isEqualTo(401);
        }
    }

    @Test
    void aTicketFromTheProviderEndsAfterFiveMinutes() throws Exception {
        var clock = new TestClock();
        archiveAgain("own", SecondFactor.OPTIONAL, clock);
        AuthenticatorApp app = Newcomer.enrol(server.signedIn(TestServer.ADMINISTRATOR), clock.instant());
        try (var ada = visitor()) {
            Map<String, String> arrival = arrival(ada.signIn("ada", "keycloak-ada"));
            clock.pass(Duration.ofMinutes(5));
            assertThat(secondStep(String.valueOf(arrival.get("ticket")), app.code(clock.instant()))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void withoutAFactorOfHerOwnWhoNeedsOneCanDoNothingButEnrol() throws Exception {
        archiveAgain("own", SecondFactor.REQUIRED, Clock.systemUTC());
        try (var ada = visitor()) {
            assertThat(ada.signIn("ada", "keycloak-ada")).isEqualTo(COME_IN);
            assertThat(Api.parsed(ada.api("/me").body()).get("must_enrol").asBoolean())
                    .isTrue();
            assertThat(ada.api("/archive").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void theProvidersSecondFactorCountsWhereTheOperatorSaysSo() throws Exception {
        archiveAgain("provider", SecondFactor.REQUIRED, Clock.systemUTC());
        try (var ada = visitor()) {
            assertThat(ada.signIn("ada", "keycloak-ada")).isEqualTo(COME_IN);
            assertThat(Api.parsed(ada.api("/me").body()).get("must_enrol").asBoolean())
                    .isFalse();
            assertThat(ada.api("/archive").statusCode()).isEqualTo(200);
        }
        Newcomer.enrol(server.signedIn(TestServer.ADMINISTRATOR), Instant.now());
        try (var ada = visitor()) {
            assertThat(ada.signIn("ada", "keycloak-ada"))
                    .as("not even the one that she has is asked for")
                    .isEqualTo(COME_IN);
            assertThat(ada.api("/archive").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aChangedAddressAtTheProviderChangesNothingAndItsHeirIsNobody() throws Exception {
        Newcomer.appointed(server.signedIn(TestServer.POSTMASTER), "mover@example.org", "auditor");
        try (var before = visitor()) {
            assertThat(before.signIn("mover", "keycloak-mover")).isEqualTo(COME_IN);
        }
        keycloak.move("mover", "elsewhere@example.org");
        keycloak.move("heir", "mover@example.org");
        try (var mover = visitor();
                var heir = visitor()) {
            assertThat(mover.signIn("mover", "keycloak-mover")).isEqualTo(COME_IN);
            assertThat(Api.parsed(mover.api("/me").body()).at("/person/address").asString())
                    .isEqualTo("mover@example.org");
            assertThat(heir.signIn("heir", "keycloak-heir")).isEqualTo("/signin#sso=refused");
            assertThat(heir.api("/me").statusCode()).isEqualTo(401);
        } finally {
            keycloak.move("heir", "heir@example.org");
            keycloak.move("mover", "mover@example.org");
        }
    }

    @Test
    void whoIsSuspendedHereStaysOutHoweverTheProviderKnowsHer() throws Exception {
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        String id =
                Newcomer.appointed(postmaster, "gone@example.org", "auditor").id();
        try (var gone = visitor();
                var again = visitor()) {
            assertThat(gone.signIn("gone", "keycloak-gone")).isEqualTo(COME_IN);
            assertThat(postmaster
                            .post("/admins/" + id + ":suspend", Map.of("reason", "she has left"))
                            .status())
                    .isEqualTo(200);
            assertThat(gone.api("/me").statusCode()).isEqualTo(401);
            assertThat(again.signIn("gone", "keycloak-gone")).isEqualTo("/signin#sso=refused");
            assertThat(again.api("/me").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whoHasNoPasswordHereProvesAgainByWhatSheEnrolled() throws Exception {
        Newcomer.appointed(server.signedIn(TestServer.POSTMASTER), "gone@example.org", "auditor");
        try (var gone = visitor()) {
            assertThat(gone.signIn("gone", "keycloak-gone")).isEqualTo(COME_IN);
            assertThat(ways(gone)).isEqualTo("[]");
            var begun = gone.post("/me/second-factor/totp", "");
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            var app =
                    new AuthenticatorApp(Api.parsed(begun.body()).get("secret").asString());
            Instant now = Instant.now();
            gone.post("/me/second-factor/totp:confirm", "{\"code\":\"" + app.code(now) + "\"}");
            assertThat(ways(gone)).isEqualTo("[\"totp\"]");
            String code = app.code(now.plusSeconds(30));
            assertThat(gone.post("/me/reauthentication", "{\"code\":\"" + code + "\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static String ways(Visitor visitor) throws Exception {
        return Api.parsed(visitor.api("/me").body()).get("proof_ways").toString();
    }

    @Test
    void nothingInTheAddressLeadsElsewhere() throws Exception {
        String elsewhere = "next=https://evil.example/&return=//evil.example&redirect_uri=https://evil.example/"
                + "&to=//evil.example&continue=https:evil.example";
        try (var ada = visitor()) {
            String page = Visitor.location(ada.get(server.nobody().url() + "/sso/oidc?" + elsewhere));
            assertThat(page).startsWith(keycloak.issuer()).doesNotContain("evil");
            String back = ada.signInAtProvider(page, "ada", "keycloak-ada");
            assertThat(Visitor.location(ada.get(back + "&" + elsewhere))).isEqualTo(COME_IN);
        }
        try (var proxy = new Socket("127.0.0.1", port)) {
            String request = "GET /sso/oidc HTTP/1.1\r\nHost: archive.example.org\r\nX-Forwarded-Host: evil.example\r\n"
                    + "Forwarded: host=evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            proxy.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(proxy.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer)
                    .contains("redirect_uri=http://archive.example.org/sso/")
                    .doesNotContain("evil");
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
