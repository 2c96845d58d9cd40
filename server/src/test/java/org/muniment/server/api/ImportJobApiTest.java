package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.server.directory.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import org.muniment.server.testing.Tus;
import tools.jackson.databind.JsonNode;

/** Imports that the server reads, over the real archive. */
class ImportJobApiTest {

    @TempDir
    private Path home;

    @BeforeEach
    void setUp() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
    }

    private TestServer start() throws Exception {
        return TestServer.over(Archives::open, home);
    }

    private static Api on(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "a test"));
        return api;
    }

    @Test
    void filesOfAllKindsAreReadAndBalance() throws Exception {
        try (var server = start()) {
            Api api = on(server);
            var tus = new Tus(api);
            List<String> uploads = List.of(
                    tus.whole("one.eml", Api.mail("one")),
                    tus.whole("box.mbox", mbox("two", "three", "one")),
                    tus.whole("more.zip", zip(Map.of("in/four.eml", Api.mail("four"), "in/photo.png", png()))),
                    tus.whole("empty.eml", new byte[0]));
            Api.Answer begun = api.post("/imports", Map.of("uploads", uploads, "reason", "old mail"));
            assertThat(begun.status()).as(begun.text()).isEqualTo(201);
            JsonNode done = ended(api, begun.json().get("id").asString());
            assertThat(done.get("state").asString()).isEqualTo("done");
            assertThat(done.get("kind").asString()).isEqualTo("upload");
            assertThat(done.get("who").asString()).isEqualTo(TestServer.ADMINISTRATOR);
            assertThat(done.get("files").size()).isEqualTo(4);
            assertThat(done.get("done_bytes")).isEqualTo(done.get("total_bytes"));
            assertThat(balance(done)).isEqualTo("7 = 4 + 1 + 0 + 2");
            assertThat(done.get("balanced").asBoolean()).isTrue();
            assertThat(home.resolve("uploads")).isEmptyDirectory();
            JsonNode failures = api.get("/imports/" + done.get("id").asString() + "/failures")
                    .json()
                    .get("data");
            assertThat(failures.get(0).get("path").asString()).isEqualTo("more.zip!/in/photo.png");
            assertThat(failures.get(1).get("reason").asString()).isEqualTo("is empty");
            JsonNode listed = api.get("/imports").json().get("data").get(0);
            assertThat(listed).isEqualTo(done);
        }
    }

    private static JsonNode ended(Api api, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.get("/imports/" + id).json(),
                        one -> !one.get("ended").isNull());
    }

    private static String balance(JsonNode done) {
        JsonNode balance = done.get("balance");
        return balance.get("found").asLong() + " = " + balance.get("archived").asLong() + " + "
                + balance.get("merged").asLong() + " + "
                + balance.get("excluded").asLong() + " + "
                + balance.get("failed").asLong();
    }

    private static byte[] mbox(String... subjects) {
        var text = new StringBuilder();
        for (String subject : subjects) {
            text.append("From ada Mon Jan  1 10:00:00 2024\r\n");
            text.append(new String(Api.mail(subject), StandardCharsets.UTF_8)).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] png() {
        return "\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new java.util.TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] numbered(int count) {
        String[] subjects = new String[count];
        for (int i = 0; i < count; i++) {
            subjects[i] = "number " + i;
        }
        return mbox(subjects);
    }
}
