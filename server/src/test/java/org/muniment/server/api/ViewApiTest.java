package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** What a console shows of messages and hands out of them, over the real archive. */
class ViewApiTest {
    private static final Map<String, Object> ALL = Map.of("all", true);
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MAIL = mail();

    @TempDir
    private static Path home;

    private static TestServer server;
    private static Api api;
    private static String id;

    @BeforeAll
    static void archiveOneMail() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        server = TestServer.over(Archives::open, home);
        api = server.signedIn(TestServer.ADMINISTRATOR);
        api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "a test"));
        String run = api.post("/imports", Map.of()).json().get("id").asString();
        id = api.items(run, Api.item("1", MAIL))
                .json()
                .get("outcomes")
                .get(0)
                .get("id")
                .asString();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/status").json().get("balanced").asBoolean());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] mail() {
        String mail = "From: Ada <ada@example.org>\r\nTo: bob@example.org\r\nSubject: the offer\r\n"
                + "Date: Mon, 5 Jan 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
                + "<p>Dear Bob, the <b>offer</b></p><script>alert(1)</script>"
                + "<img src=\"http://tracker.example/p.gif\" width=1 height=1>\r\n"
                + "--b\r\nContent-Type: image/png; name=\"picture.png\"\r\n"
                + "Content-Disposition: attachment; filename*=UTF-8''%E5%8F%91%E7%A5%A8.png\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getEncoder().encodeToString(PDF) + "\r\n"
                + "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=notes.txt\r\n\r\n"
                + "notes\r\n--b--\r\n";
        return mail.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aMessageTellsWhatItsAttachmentsReallyAre() throws Exception {
        Api.Answer answer = api.get("/messages/" + id);
        assertThat(answer.header("Audit-Entry")).startsWith("log_");
        JsonNode message = answer.json();
        assertThat(message.get("has_html").asBoolean()).isTrue();
        JsonNode picture = message.get("attachments").get(0);
        assertThat(picture.get("number").asInt()).isEqualTo(1);
        assertThat(picture.get("filename").asString()).isEqualTo("发票.png");
        assertThat(picture.get("content_type").asString()).isEqualTo("image/png");
        assertThat(picture.get("true_type").asString()).isEqualTo("application/pdf");
        assertThat(picture.get("type_differs").asBoolean()).isTrue();
        assertThat(picture.get("size").asInt()).isEqualTo(PDF.length);
        JsonNode notes = message.get("attachments").get(1);
        assertThat(notes.get("true_type").asString()).isEqualTo("text/plain");
        assertThat(notes.get("type_differs").asBoolean()).isFalse();
    }

    @Test
    void aMessageIsShownAsAPageThatDoesNothing() throws Exception {
        Api.Answer page = api.get("/messages/" + id + "/render");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
        assertThat(page.header("Audit-Entry")).startsWith("log_");
        assertThat(page.text()).contains("Dear Bob").doesNotContain("<script").doesNotContain("src=\"http");
        assertThat(api.get("/messages/" + id + "/render?as=text").text()).doesNotContain("<b>offer");
        assertThat(api.get("/messages/" + id + "/render?lang=zh-CN").text()).contains("lang=\"zh");
        assertThat(api.get("/messages/" + id + "/render?as=pdf").status()).isEqualTo(422);
        assertThat(api.get("/messages/msg_a-999/render").status()).isEqualTo(404);
    }

    @Test
    void anAttachmentIsADownloadUnderItsTrueType() throws Exception {
        Api.Answer file = api.get("/messages/" + id + "/attachments/1");
        assertThat(file.bytes()).isEqualTo(PDF);
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Length")).isEqualTo(Integer.toString(PDF.length));
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"__.png\"; filename*=UTF-8''%E5%8F%91%E7%A5%A8.png");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).startsWith("sandbox");
        assertThat(api.get("/messages/" + id + "/attachments/2").text()).isEqualTo("notes");
        for (String none : List.of("3", "0", "-1", "x", "99999999999")) {
            assertThat(api.get("/messages/" + id + "/attachments/" + none).status())
                    .as(none)
                    .isEqualTo(404);
        }
    }

    @Test
    void aRangeOfTheOriginalCanBeHad() throws Exception {
        Api.Answer part = ranged("bytes=5-14");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(MAIL, 5, 15));
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-14/" + MAIL.length);
        assertThat(ranged("bytes=-10").bytes()).isEqualTo(Arrays.copyOfRange(MAIL, MAIL.length - 10, MAIL.length));
        Api.Answer beyond = ranged("bytes=" + MAIL.length + "-");
        assertThat(beyond.status()).isEqualTo(416);
        assertThat(beyond.code()).isEqualTo("range-not-satisfiable");
        Api.Answer whole = ranged("bytes=0-1,4-5");
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.bytes()).isEqualTo(MAIL);
        assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(whole.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + id + ".eml\"");
        assertThat(whole.header("Audit-Entry")).startsWith("log_");
    }

    private static Api.Answer ranged(String range) throws Exception {
        return api.call("GET", "/messages/" + id + "/raw", BodyPublishers.noBody(), Map.of("Range", range));
    }

    @Test
    void theProofOfAMessageIsInHexadecimal() throws Exception {
        JsonNode evidence = api.get("/messages/" + id + "/evidence").json();
        assertThat(evidence.get("id").asString()).isEqualTo(id);
        assertThat(evidence.get("sha256").asString()).matches("[0-9a-f]{64}");
        assertThat(evidence.get("leaf_hash").asString()).matches("[0-9a-f]{64}");
        boolean covered = evidence.get("covered").asBoolean(); // from the next checkpoint on, within a minute
        assertThat(evidence.get("path").isEmpty()).isEqualTo(!covered);
        assertThat(evidence.get("root_hash").asString()).matches(covered ? "[0-9a-f]{64}" : "([0-9a-f]{64})?");
        assertThat(api.get("/messages/msg_a-999/evidence").status()).isEqualTo(404);
    }

    @Test
    void lineAndFormAreTwoViewsOfOneQuery() throws Exception {
        JsonNode parsed =
                api.post("/query:parse", Map.of("query", "from:ada offer")).json();
        assertThat(parsed.get("conditions").get("senders").get(0).asString()).isEqualTo("ada");
        assertThat(parsed.get("conditions").get("keywords").asString()).isEqualTo("offer");
        Map<String, Object> form = Map.of("senders", List.of("ada@example.org"), "keywords", "offer");
        JsonNode line = api.post("/query:parse", Map.of("conditions", form)).json();
        assertThat(line.get("query").asString()).contains("from:").contains("offer");
        Api.Answer found = api.post("/searches", Map.of("conditions", form, "time_range", ALL));
        assertThat(found.json().get("total").get("value").asInt()).isEqualTo(1);
        Api.Answer wrong = api.post("/searches", Map.of("conditions", Map.of("keywords", "(offer"), "time_range", ALL));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("query-syntax");
        assertThat(wrong.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/conditions/keywords");
        assertThat(api.post("/query:parse", Map.of("query", "a", "conditions", form))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/query:parse", Map.of()).status()).isEqualTo(422);
        Map<String, Object> odd = Map.of("keyword_range", List.of("subject", "footer"));
        assertThat(api.post("/query:parse", Map.of("conditions", odd))
                        .json()
                        .get("errors")
                        .get(0)
                        .get("pointer")
                        .asString())
                .isEqualTo("/conditions/keyword_range/1");
    }

    @Test
    void foundWordsAreMarkedAndPagesBeginWithTheFirst() throws Exception {
        JsonNode run = api.post("/searches", Map.of("query", "offer", "time_range", ALL))
                .json();
        String search = run.get("id").asString();
        JsonNode snippet = api.post("/searches/" + search + "/snippets", Map.of("ids", List.of(id)))
                .json()
                .get("data")
                .get(0);
        assertThat(snippet.get("id").asString()).isEqualTo(id);
        assertThat(snippet.get("part").asString()).isEqualTo("body");
        JsonNode span = snippet.get("spans").get(0);
        String text = snippet.get("text").asString();
        assertThat(text.substring(span.get(0).asInt(), span.get(1).asInt())).isEqualTo("offer");
        JsonNode page = api.get("/searches/" + search + "/results").json();
        assertThat(page.get("id").asString()).isEqualTo(search);
        assertThat(page.get("data")).isEqualTo(run.get("data"));
        assertThat(page.get("audit_entry")).isNotEqualTo(run.get("audit_entry"));
        assertThat(api.post("/searches/srch_a-999/snippets", Map.of("ids", List.of(id)))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/searches/" + search + "/snippets", Map.of("ids", List.of()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aSearchSaysWhenArchivingWasOff() throws Exception {
        api.send("PATCH", "/archive", Map.of("enabled", false, "reason", "a pause"));
        api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "the pause ends"));
        JsonNode notes = api.post("/searches", Map.of("query", "", "time_range", ALL))
                .json()
                .get("notes");
        assertThat(notes.get(0).get("code").asString()).isEqualTo("archiving-off");
        assertThat(notes.get(0).has("from")).as("from the set-up").isTrue();
        assertThat(notes.get(0).has("to")).as("to the turning on").isTrue();
        Map<String, Object> long_ago = Map.of("from", "2001-01-01", "to", "2001-12-31");
        assertThat(api.post("/searches", Map.of("query", "", "time_range", long_ago))
                        .json()
                        .get("notes"))
                .isEmpty();
    }

    @Test
    void anExportCanBeFetchedByItsAddressMoreThanOnce() throws Exception {
        String search = api.post("/searches", Map.of("query", "offer", "time_range", ALL))
                .json()
                .get("id")
                .asString();
        for (Map<String, Object> wanted :
                List.<Map<String, Object>>of(Map.of("search_id", search), Map.of("ids", List.of(id)))) {
            Api.Answer made = asJson(wanted);
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().get("size").asInt()).isEqualTo(1);
            String path = made.json().get("zip").asString().substring("/api/v1".length());
            assertThat(original(api.get(path).bytes())).isEqualTo(MAIL);
            Api.Answer again = api.get(path);
            assertThat(original(again.bytes())).isEqualTo(MAIL);
            assertThat(again.header("Audit-Entry")).isNotEqualTo(made.header("Audit-Entry"));
        }
        assertThat(asJson(Map.of("search_id", "srch_a-999")).status()).isEqualTo(404);
        assertThat(asJson(Map.of("search_id", search, "ids", List.of(id))).status())
                .isEqualTo(422);
        assertThat(api.get("/exports/exp_a-999/zip").status()).isEqualTo(404);
    }

    private static Api.Answer asJson(Map<String, Object> wanted) throws Exception {
        return api.call(
                "POST",
                "/exports",
                BodyPublishers.ofString(new tools.jackson.databind.json.JsonMapper().writeValueAsString(wanted)),
                Map.of("Content-Type", "application/json", "Accept", "application/json"));
    }

    private static byte[] original(byte[] zipped) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".eml")) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new AssertionError("the export holds no mail");
    }

    @Test
    void theArchiveIsSummedUpInSevenFields() throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/archive")
                                .json()
                                .get("number_of_open_archives")
                                .asInt()
                        == 2);
        JsonNode summary =
                server.signedIn(TestServer.POSTMASTER).get("/archive").json();
        assertThat(summary.get("status").asString()).isEqualTo("on");
        assertThat(summary.get("retention_years").asInt()).isEqualTo(5);
        assertThat(summary.get("administrators").get(0).asString()).isEqualTo(TestServer.ADMINISTRATOR);
        assertThat(summary.get("number_of_open_archives").asInt()).isEqualTo(2);
        JsonNode period = api.get("/archive/periods").json().get("data").get(0);
        assertThat(period.get("started_by").asString()).isEqualTo(TestServer.ADMINISTRATOR);
        assertThat(period.get("started_reason").asString()).isEqualTo("a test");
        assertThat(period.get("ended").isNull()).isTrue();
    }

    @Test
    void messagesAreCountedPerDay() throws Exception {
        JsonNode sent =
                api.get("/stats/ingest?from=2026-01-04&to=2026-01-06&by=sent").json();
        assertThat(sent.get("data").size()).isEqualTo(3);
        assertThat(sent.get("data").get(1).get("archived").asInt()).isEqualTo(1);
        String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
        JsonNode day = api.get("/stats/ingest?from=" + today + "&to=" + today + "&tz=UTC")
                .json()
                .get("data")
                .get(0);
        assertThat(day.get("by_source").get("import").asInt()).isEqualTo(1);
        for (String wrong : List.of(
                "from=2026-01-01",
                "from=x&to=2026-01-01",
                "from=2026-01-02&to=2026-01-01",
                "from=2000-01-01&to=2026-01-01",
                "from=2026-01-01&to=2026-01-02&tz=Moon",
                "from=2026-01-01&to=2026-01-02&by=size")) {
            assertThat(api.get("/stats/ingest?" + wrong).status()).as(wrong).isEqualTo(422);
        }
    }
}
