package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.Browser;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

/** How the console's files reach a browser; the files of these tests lie in the test resources. */
@ExtendWith(SharedServer.class)
class ConsoleDeliveryTest {
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private static Browser reader(TestServer server) {
        return server.browser().with("Accept", HTML);
    }

    @Test
    void everyPathOfTheConsoleIsThePageWithANonceOfItsOwn(TestServer server) throws Exception {
        var nonces = new java.util.HashSet<String>();
        List<String> paths = List.of(
                "/",
                "/setup",
                "/signin",
                "/search?q=from:ada",
                "/messages/msg_w1-1",
                "/imports/imp_1/failures",
                "/a.b");
        for (String path : paths) {
            Api.Answer answer = reader(server).get(path);
            assertThat(answer.status()).as(path + answer.text()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            var nonce =
                    Pattern.compile("'nonce-([A-Za-z0-9+/]{24})'").matcher(answer.header("Content-Security-Policy"));
            assertThat(nonce.find()).as(path).isTrue();
            assertThat(answer.text())
                    .contains("<style nonce=\"" + nonce.group(1) + "\">")
                    .doesNotContain("{{");
            nonces.add(nonce.group(1));
        }
        assertThat(nonces).hasSameSizeAs(paths);
    }

    @Test
    void thePageIsOnlyForWhoAsksForAPageOutsideTheApi(TestServer server) throws Exception {
        assertThat(reader(server).get("/api/v1/nothing").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reader(server).get("/api").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reader(server).send("POST", "/search", "{}").status()).isEqualTo(401);
        assertThat(server.browser()
                        .with("Accept", "application/json")
                        .get("/search")
                        .status())
                .isEqualTo(401);
        assertThat(reader(server).send("HEAD", "/search", "").status()).isEqualTo(200);
    }

    @Test
    void everyAnswerTellsTheBrowserWhatItMayDo(TestServer server) throws Exception {
        for (String path : List.of("/", "/healthz", "/api/v1/me", "/assets/app-0a1b2c.js", "/assets/nothing.js")) {
            Api.Answer answer = reader(server).get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'; script-src 'self'; style-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        }
        Api.Answer strange = server.browser().with("Cookie", "a=b").get("/api/v1/me");
        assertThat(strange.header("Cache-Control")).contains("no-store");
    }

    @Test
    void assetsAreKeptForEverAndComeCompressed(TestServer server) throws Exception {
        Api.Answer plain = server.browser().get("/assets/app-0a1b2c.js");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.header("Content-Type")).startsWith("text/javascript");
        assertThat(plain.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(plain.header("Content-Encoding")).isEmpty();

        Browser modern = server.browser().with("Accept-Encoding", "gzip, deflate, br");
        Api.Answer ready = modern.get("/assets/app-0a1b2c.js");
        assertThat(ready.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(ready.header("Content-Type")).startsWith("text/javascript");
        assertThat(unzipped(ready.bytes())).isEqualTo(plain.text());
        Api.Answer made = modern.get("/assets/plain-3d4e5f.css");
        assertThat(made.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(unzipped(made.bytes())).startsWith(".c0 ");
    }

    private static String unzipped(byte[] bytes) throws Exception {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void noPathLeadsOutOfTheAssets(TestServer server) throws Exception {
        for (String path : List.of(
                "/assets/nothing.js",
                "/assets/%2e%2e/index.html",
                "/assets/..%2findex.html",
                "/assets/../index.html")) {
            Api.Answer answer = server.browser().get(path);
            assertThat(answer.status()).as(path).isIn(400, 401, 403, 404);
            assertThat(answer.text()).doesNotContain("Test console");
        }
        assertThat(server.browser().get("/assets/nothing.js").code()).isEqualTo("not-found");
        assertThat(server.browser().get("/favicon.svg").header("Content-Type")).isEqualTo("image/svg+xml");
    }
}
