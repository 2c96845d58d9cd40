package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.NarrowArchive;
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
            await().untilAsserted(() -> assertThat(home.resolve("uploads")).isEmptyDirectory());
            JsonNode failures = api.get("/imports/" + done.get("id").asString() + "/failures")
                    .json()
                    .get("data");
            assertThat(failures.get(0).get("path").asString()).isEqualTo("more.zip!/in/photo.png");
            assertThat(failures.get(1).get("reason").asString()).isEqualTo("is empty");
            Api.Answer table = api.call(
                    "GET",
                    "/imports/" + done.get("id").asString() + "/failures",
                    BodyPublishers.noBody(),
                    Map.of("Accept", "text/csv"));
            assertThat(table.header("Content-Type")).startsWith("text/csv");
            assertThat(table.text().lines()).hasSize(3).last().asString().startsWith("\"empty.eml\",\"0\",");
            JsonNode listed = api.get("/imports").json().get("data").get(0);
            assertThat(listed).isEqualTo(done);
            assertThat(api.post("/imports", Map.of("uploads", uploads)).status())
                    .as("what was read is gone")
                    .isEqualTo(422);
        }
    }

    @Test
    void anImportWaitsWhileThereIsNoRoomAndThenGoesOn() throws Exception {
        var room = new AtomicInteger(5);
        try (var server = TestServer.over(settings -> NarrowArchive.open(settings, room), home)) {
            Api api = on(server);
            String id = begin(api, numbered(20));
            waiting(api, id);
            room.set(1_000);
            JsonNode done = ended(api, id);
            assertThat(balance(done)).isEqualTo("20 = 20 + 0 + 0 + 0");
            assertThat(done.get("problem").isNull()).isTrue();
        }
    }

    private static String begin(Api api, byte[] mbox) throws Exception {
        String upload = new Tus(api).whole("box.mbox", mbox);
        Api.Answer begun = api.post("/imports", Map.of("uploads", List.of(upload)));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        assertThat(api.post("/imports", Map.of("uploads", List.of(upload))).status())
                .as("one import per upload")
                .isIn(409, 422);
        return begun.json().get("id").asString();
    }

    private static int archived(Api api) throws Exception {
        return api.get("/status").json().get("counts").get("archived").asInt();
    }

    /**
     * Until the archive has taken what there was room for, and the import says that it waits. It takes several items at
     * once and counts them in their order, so its own count may be behind.
     */
    private static JsonNode waiting(Api api, String id) throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        archived(api) == 5 && !found(api, id).get("problem").isNull());
        return found(api, id);
    }

    @Test
    void afterARestartAnImportGoesOnAndNothingIsThereTwice() throws Exception {
        var room = new AtomicInteger(5);
        String id;
        try (var server = TestServer.over(settings -> NarrowArchive.open(settings, room), home)) {
            Api api = on(server);
            id = begin(api, numbered(20));
            assertThat(waiting(api, id).get("state").asString()).isEqualTo("running");
        }
        try (var server = start()) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            JsonNode done = ended(api, id);
            assertThat(done.get("state").asString()).isEqualTo("done");
            assertThat(balance(done)).isEqualTo("20 = 20 + 0 + 0 + 0");
            JsonNode counts = api.get("/status").json().get("counts");
            assertThat(counts.get("archived").asInt()).isEqualTo(20);
            assertThat(counts.get("merged").asInt()).isZero();
        }
    }

    @Test
    void aCancelledImportKeepsWhatItArchived() throws Exception {
        var room = new AtomicInteger(5);
        try (var server = TestServer.over(settings -> NarrowArchive.open(settings, room), home)) {
            Api api = on(server);
            String id = begin(api, numbered(20));
            waiting(api, id);
            Api.Answer cancelled = api.post("/imports/" + id + ":cancel", "");
            assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(202);
            assertThat(cancelled.json().get("state").asString()).isIn("stopping", "cancelled");
            JsonNode done = ended(api, id);
            assertThat(done.get("state").asString()).isEqualTo("cancelled");
            assertThat(balance(done)).isEqualTo("5 = 5 + 0 + 0 + 0");
            assertThat(api.get("/status").json().get("counts").get("archived").asInt())
                    .isEqualTo(5);
            assertThat(api.post("/imports/" + id + ":cancel", "").status()).isEqualTo(409);
            assertThat(api.post("/imports/imp_none:cancel", "").status()).isEqualTo(404);
            await().untilAsserted(() -> assertThat(home.resolve("uploads")).isEmptyDirectory());
        }
    }

    @Test
    void whileArchivingIsOffAnImportMustBeForced() throws Exception {
        try (var server = start()) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            List<String> uploads = List.of(new Tus(api).whole("one.eml", Api.mail("one")));
            Api.Answer off = api.post("/imports", Map.of("uploads", uploads));
            assertThat(off.status()).isEqualTo(409);
            assertThat(off.code()).isEqualTo("archive-disabled");
            Api.Answer forced = api.post("/imports", Map.of("uploads", uploads, "force", true, "reason", "old mail"));
            JsonNode done = ended(api, forced.json().get("id").asString());
            assertThat(balance(done)).isEqualTo("1 = 1 + 0 + 0 + 0");
        }
    }

    @Test
    void itemsThatAClientSendsAreCountedAsTheyCome() throws Exception {
        try (var server = start()) {
            Api api = on(server);
            String id = api.post("/imports", Map.of()).json().get("id").asString();
            api.items(id, Api.all(Api.item("1", Api.mail("a")), Api.item("2", Api.mail("a"))));
            JsonNode running = api.get("/imports?limit=1").json().get("data").get(0);
            assertThat(running.get("kind").asString()).isEqualTo("items");
            assertThat(running.get("state").asString()).isEqualTo("running");
            assertThat(balance(running)).isEqualTo("2 = 1 + 1 + 0 + 0");
            assertThat(api.post("/imports/" + id + ":cancel", "").status()).isEqualTo(202);
            assertThat(ended(api, id).get("state").asString()).isEqualTo("cancelled");
            assertThat(api.items(id, Api.item("3", Api.mail("b"))).status()).isEqualTo(404);
        }
    }

    @Test
    void theListOfImportsIsReadPageByPage() throws Exception {
        try (var server = start()) {
            Api api = on(server);
            for (int i = 0; i < 3; i++) {
                api.post("/imports", Map.of("reason", "number " + i));
            }
            JsonNode first = api.get("/imports?limit=2").json();
            assertThat(first.get("data").get(0).get("reason").asString()).isEqualTo("number 2");
            JsonNode second = api.get("/imports?limit=2&cursor="
                            + first.get("next_cursor").asString())
                    .json();
            assertThat(second.get("data").size()).isEqualTo(1);
            assertThat(second.get("data").get(0).get("reason").asString()).isEqualTo("number 0");
            assertThat(second.get("next_cursor").isNull()).isTrue();
            assertThat(api.get("/imports?cursor=x").status()).isEqualTo(422);
            assertThat(api.get("/imports/imp_none").status()).isEqualTo(404);
            assertThat(api.get("/imports/imp_none/failures").status()).isEqualTo(404);
        }
    }

    private static JsonNode ended(Api api, String id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> found(api, id), one -> !one.get("ended").isNull());
    }

    private static JsonNode found(Api api, String id) throws Exception {
        Api.Answer answer = api.get("/imports/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
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
