package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

/** The console's session, and what strangers try with it. */
@ExtendWith(SharedServer.class)
class ConsoleSessionTest {
    private static final String SESSION = "muniment_session";
    private static final String TOKEN = "XSRF-TOKEN";
    private static final String ME = "/api/v1/me";
    private static final String PREFERENCES = "/api/v1/me/preferences";

    @Test
    void aCookieIsGivenThatNoScriptReadsAndNoTokenIsShown(TestServer server) throws Exception {
        Browser browser = server.browser();
        Api.Answer answer = browser.signIn(TestServer.POSTMASTER);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().has("token")).isFalse();
        List<String> set = answer.response().headers().allValues("Set-Cookie");
        assertThat(set)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(SESSION + "=mun_")
                        .contains("Path=/")
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .doesNotContain("Max-Age")
                        .doesNotContain("Secure"));
        assertThat(set)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(TOKEN + "=")
                        .contains("SameSite=Strict")
                        .doesNotContain("HttpOnly"));
        Api.Answer me = browser.get(ME);
        assertThat(me.status()).as(me.text()).isEqualTo(200);
        assertThat(me.json().get("person").get("address").asString()).isEqualTo(TestServer.POSTMASTER);
        assertThat(me.json().get("organisation").get("name").asString()).isEqualTo("Example");
    }

    @Test
    void overTlsTheCookieIsBoundToThisHostAndToTls(TestServer server) throws Exception {
        Browser browser = server.browser().with("X-Forwarded-Proto", "https");
        Api.Answer answer = browser.signIn(TestServer.POSTMASTER);
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-" + SESSION + "=mun_"));
        assertThat(browser.get(ME).status()).isEqualTo(200);
    }

    @Test
    void aPlantedCookieIsNeverTakenOver(TestServer server) throws Exception {
        String planted = "mun_" + "A".repeat(43);
        Browser browser = server.browser().plant(SESSION, planted).plant(TOKEN, "planted");
        assertThat(browser.signIn(TestServer.POSTMASTER).status()).isEqualTo(201);
        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(planted);
        assertThat(browser.cookies().get(TOKEN)).isNotEqualTo("planted");
        assertThat(server.browser().plant(SESSION, planted).get(ME).status()).isEqualTo(401);
    }

    @Test
    void everySignInHasATokenOfItsOwn(TestServer server) throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.POSTMASTER);
        String first = String.valueOf(browser.cookies().get(SESSION));
        Api.Answer again = browser.signIn(TestServer.POSTMASTER);
        assertThat(again.json().get("last_sign_in").get("client").asString()).isEqualTo("127.0.0.1");
        assertThat(browser.cookies().get(SESSION)).isNotEqualTo(first);
        assertThat(server.browser().plant(SESSION, first).get(ME).status())
                .as("the session that was replaced")
                .isEqualTo(401);
    }

    @Test
    void aCookieIsNoBearerTokenAndTheOtherWayRound(TestServer server) throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.POSTMASTER);
        var asBearer =
                new Api(server.nobody().url(), "Bearer " + browser.cookies().get(SESSION));
        assertThat(asBearer.get("/me").status()).isEqualTo(401);
        String token = server.signedIn(TestServer.POSTMASTER).authorization().substring("Bearer ".length());
        assertThat(server.browser().plant(SESSION, token).get(ME).status()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionOnBothSides(TestServer server) throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.POSTMASTER);
        String cookie = String.valueOf(browser.cookies().get(SESSION));
        assertThat(browser.send("DELETE", "/api/v1/sessions/current", "").status())
                .isEqualTo(204);
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        assertThat(server.browser().plant(SESSION, cookie).get(ME).status()).isEqualTo(401);
    }

    @Test
    void aWritingRequestKnownByTheCookieNeedsTheTokenInAHeader(TestServer server) throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.POSTMASTER);
        browser.withoutToken();
        Api.Answer bare = browser.send("PATCH", PREFERENCES, "{\"theme\":\"dark\"}");
        assertThat(bare.status()).isEqualTo(403);
        assertThat(bare.code()).isEqualTo("csrf");
        browser.with("X-XSRF-TOKEN", "guessed");
        assertThat(browser.send("PATCH", PREFERENCES, "{\"theme\":\"dark\"}").code())
                .isEqualTo("csrf");
        assertThat(browser.send("DELETE", "/api/v1/sessions/current", "").code())
                .isEqualTo("csrf");
        browser.with("X-XSRF-TOKEN", browser.cookies().get(TOKEN));
        assertThat(browser.send("PATCH", PREFERENCES, "{\"theme\":\"dark\"}").status())
                .isEqualTo(200);
    }

    @Test
    void whatAPageOfAnotherSiteSendsIsRefused(TestServer server) throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.POSTMASTER);
        for (String site : List.of("cross-site", "same-site")) {
            browser.with("Sec-Fetch-Site", site);
            assertThat(browser.send("PATCH", PREFERENCES, "{}").code()).isEqualTo("csrf");
            assertThat(browser.signIn(TestServer.POSTMASTER).code()).isEqualTo("csrf");
            assertThat(browser.get(ME).status()).as("reading is no writing").isEqualTo(200);
        }
        browser.with("Sec-Fetch-Site", null);
        for (String origin : List.of("https://evil.example", "null", "http://127.0.0.1", "no uri")) {
            browser.with("Origin", origin);
            assertThat(browser.send("PATCH", PREFERENCES, "{}").code())
                    .as(origin)
                    .isEqualTo("csrf");
            assertThat(browser.signIn(TestServer.POSTMASTER).code()).isEqualTo("csrf");
        }
        browser.with("Origin", server.nobody().url());
        assertThat(browser.send("PATCH", PREFERENCES, "{}").status()).isEqualTo(200);
    }

    @Test
    void aTextFormCannotSignAnybodyIn(TestServer server) throws Exception {
        Api.Answer answer = server.browser().with("Content-Type", "text/plain").signIn(TestServer.POSTMASTER);
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void preferencesAreMergedAndTakenBack(TestServer server) throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.ADMINISTRATOR);
        browser.send(
                "PATCH", PREFERENCES, "{\"language\":\"zh-CN\",\"columns\":[\"sent\",\"from\"],\"single_keys\":false}");
        Api.Answer changed = browser.send("PATCH", PREFERENCES, "{\"language\":null,\"time_zone\":\"Asia/Shanghai\"}");
        assertThat(changed.json().toString())
                .contains("\"time_zone\":\"Asia/Shanghai\"", "\"columns\":[\"sent\",\"from\"]", "\"single_keys\":false")
                .doesNotContain("language");
        assertThat(browser.get(ME).json().get("preferences")).isEqualTo(changed.json());
    }

    @Test
    void preferencesThatAreNoneAreRefusedAndNothingIsKept(TestServer server) throws Exception {
        Browser browser = server.browser();
        browser.signIn(TestServer.POSTMASTER);
        var before = browser.get(ME).json().get("preferences");
        Map<String, String> wrong = Map.of(
                "/theme", "{\"density\":\"compact\",\"theme\":\"pink\"}",
                "/time_zone", "{\"time_zone\":\"Mars/Olympus\"}",
                "/columns", "{\"columns\":[\"" + "x".repeat(41) + "\"]}",
                "/single_keys", "{\"single_keys\":1}",
                "/colour", "{\"colour\":\"pink\"}");
        for (var one : wrong.entrySet()) {
            Api.Answer answer = browser.send("PATCH", PREFERENCES, one.getValue());
            assertThat(answer.status()).as(one.getValue()).isEqualTo(422);
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo(one.getKey());
        }
        assertThat(browser.send("PATCH", PREFERENCES, "[]").status()).isEqualTo(422);
        assertThat(browser.get(ME).json().get("preferences")).isEqualTo(before);
    }

    @Test
    void problemsAreSaidInTheReadersLanguage(TestServer server) throws Exception {
        Browser browser = server.browser().with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
        Api.Answer answer = browser.get(ME);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(answer.json().get("title").asString()).isEqualTo("请先登录");
        browser.with("Accept-Language", "fr, en;q=0.5, zh;q=0.1");
        assertThat(browser.get(ME).json().get("title").asString()).isEqualTo("Sign in first");
    }
}
