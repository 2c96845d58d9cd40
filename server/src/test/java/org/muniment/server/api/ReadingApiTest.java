package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

@ExtendWith(SharedServer.class)
class ReadingApiTest {
    private static final Map<String, Object> ALL = Map.of("all", true);

    @Test
    void aSearchIsCitableAndItsPagesFollow(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        deliver(server, "paging a");
        deliver(server, "paging b");
        deliver(server, "paging c");
        Api.Answer answer = api.post("/searches", Map.of("query", "Hello paging", "time_range", ALL, "limit", 2));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var first = answer.json();
        assertThat(first.get("total").get("value").asLong()).isEqualTo(3);
        assertThat(first.get("total").get("relation").asString()).isEqualTo("eq");
        assertThat(first.get("data").size()).isEqualTo(2);
        assertThat(first.get("data").get(0).get("subject").asString()).startsWith("paging");
        assertThat(answer.header("Audit-Entry"))
                .isEqualTo(first.get("audit_entry").asString());
        String id = first.get("id").asString();
        assertThat(id).startsWith("srch_");
        var second = api.get("/searches/" + id + "/results?limit=2&cursor="
                        + first.get("next_cursor").asString())
                .json();
        assertThat(second.get("data").size()).isEqualTo(1);
        assertThat(second.get("next_cursor").isNull()).isTrue();
        assertThat(api.get("/searches/" + id + "/results?cursor=nonsense").status())
                .isEqualTo(422);
        assertThat(api.get("/searches/srch_w1-424242/results?cursor=1").status())
                .isEqualTo(404);
    }

    @Test
    void aQueryThatCannotBeUnderstoodIsPointedAt(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        Api.Answer answer = api.post("/searches", Map.of("query", "subject:(", "time_range", ALL));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = answer.json();
        assertThat(problem.get("type").asString()).isEqualTo("/api/docs/problems/query-syntax");
        assertThat(problem.get("title").asString()).isEqualTo("The query cannot be understood");
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(problem.get("position").asInt()).as("counted from 0").isEqualTo(8);
        assertThat(problem.get("trace_id").asString()).matches("[0-9a-f]{16}");
    }

    @Test
    void requestsThatAreWrongAreAnsweredWithWhatIsWrong(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(api.post("/searches", Map.of("query", "x")).code()).isEqualTo("time-range-required");
        invalid(api, "{\"query\":\"x\",\"time_range\":{\"all\":true},\"limt\":1}", "/limt", "unknown");
        invalid(api, "{\"query\":\"x\",\"time_range\":{\"all\":true},\"limit\":501}", "/limit", "invalid");
        invalid(api, "{\"query\":\"x\",\"time_range\":{\"all\":\"yes\"}}", "/time_range/all", "invalid");
        invalid(api, "{\"query\":\"x\",\"time_range\":{\"until\":1}}", "/time_range/until", "unknown");
        assertThat(api.post("/searches", "{\"query\":").status()).isEqualTo(422);
        assertThat(api.post("/searches", "").status()).isEqualTo(422);
        assertThat(api.post("/searches", "{\"query\":\"a\",\"query\":\"b\"}").status())
                .isEqualTo(422);
        assertThat(api.post("/searches", "[".repeat(5_000)).status()).isEqualTo(422);
        assertThat(api.call(
                                "POST",
                                "/searches",
                                java.net.http.HttpRequest.BodyPublishers.ofString("query=x"),
                                "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(422);
    }

    private static void invalid(Api api, String body, String pointer, String code) throws Exception {
        Api.Answer answer = api.post("/searches", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(answer.json().get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
        assertThat(answer.json().get("errors").get(0).get("code").asString()).isEqualTo(code);
    }

    @Test
    void aMessageComesBackByteForByteWithItsDigest(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        byte[] bytes =
                "Subject: odd \u0001 bytes\r\n\r\n\u00e9 bare\nlf and \u0000".getBytes(StandardCharsets.ISO_8859_1);
        String id = deliver(server, bytes);
        Api.Answer raw = api.get("/messages/" + id + "/raw");
        assertThat(raw.bytes()).isEqualTo(bytes);
        assertThat(raw.header("Content-Type")).isEqualTo("message/rfc822");
        assertThat(raw.header("Content-Length")).isEqualTo(Integer.toString(bytes.length));
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(raw.header("Repr-Digest")).isEqualTo("sha-256=:" + digest + ":");
        assertThat(raw.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(raw.header("Cache-Control")).contains("no-store");
        assertThat(api.get("/messages/" + id + "/sightings/" + id + "/raw").bytes())
                .isEqualTo(bytes);
    }

    @Test
    void aMessageIsShownWithAllThatIsKnown(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String id = deliver(server, "shown");
        var message = api.get("/messages/" + id).json();
        assertThat(message.get("subject").asString()).isEqualTo("shown");
        assertThat(message.get("from").get(0).get("address").asString()).isEqualTo("ada@example.org");
        assertThat(message.get("kept_until").asString()).isEqualTo("2031-11-22");
        var sighting = message.get("sightings").get(0);
        assertThat(sighting.get("id").asString()).isEqualTo(id);
        assertThat(sighting.get("source").asString()).isEqualTo("smtp");
        assertThat(sighting.get("envelope").get("reverse_path").asString()).isEqualTo("ada@example.org");
        assertThat(sighting.has("path")).isFalse();
        assertThat(api.get("/messages/" + id + "/headers").text()).contains("Subject: shown");
        Api.Answer text = api.get("/messages/" + id + "/text");
        assertThat(text.header("Content-Type")).startsWith("text/plain").containsIgnoringCase("utf-8");
        assertThat(text.text()).isEqualTo("Hello shown.\r\n");
    }

    @Test
    void unknownAndForeignIdsAreNotFound(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        for (String id : List.of("msg_w1-999999", "msg_zz-1", "w1-1", "log_w1-1", "msg_", "msg_w1-", "msg_w1-1x")) {
            for (String part : List.of("", "/raw", "/headers", "/text", "/sightings/msg_w1-1/raw")) {
                Api.Answer answer = api.get("/messages/" + id + part);
                assertThat(answer.status()).as(id + part).isEqualTo(404);
                assertThat(answer.code()).isEqualTo("not-found");
            }
        }
    }

    @Test
    void nothingIsShownWhenItCannotBeLogged(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String id = deliver(server, "unlogged");
        server.archive().breakLog(true);
        try {
            for (String path : List.of("", "/raw", "/headers", "/text")) {
                Api.Answer answer = api.get("/messages/" + id + path);
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("audit-unavailable");
            }
            assertThat(api.post("/searches", Map.of("time_range", ALL)).code()).isEqualTo("audit-unavailable");
            assertThat(api.post("/exports", Map.of("ids", List.of(id))).code()).isEqualTo("audit-unavailable");
        } finally {
            server.archive().breakLog(false);
        }
    }

    @Test
    void anExportIsAZipOfOriginals(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String id = deliver(server, "exported");
        Api.Answer chosen = api.post("/exports", Map.of("ids", List.of(id)));
        assertThat(chosen.header("Content-Type")).isEqualTo("application/zip");
        assertThat(chosen.header("Export-Size")).isEqualTo("1");
        assertThat(chosen.header("Export-Id")).startsWith("exp_");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(chosen.bytes()))) {
            assertThat(String.valueOf(zip.getNextEntry())).endsWith(".eml");
            assertThat(zip.readAllBytes()).isEqualTo(Api.mail("exported"));
        }
        Api.Answer found = api.post("/exports", Map.of("search", Map.of("query", "Hello exported", "time_range", ALL)));
        assertThat(found.header("Export-Size")).isEqualTo("1");
        Api.Answer unknown = api.post("/exports", Map.of("ids", List.of(id, "msg_w1-999999")));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().get("detail").asString()).isEqualTo("There is no message msg_w1-999999.");
        assertThat(api.post("/exports", Map.of()).status()).isEqualTo(422);
        assertThat(api.post("/exports", Map.of("search", Map.of("query", "x"))).code())
                .isEqualTo("time-range-required");
    }

    @Test
    void verificationReportsAsItGoesAndIsLogged(TestServer server) throws Exception {
        int before = server.archive().entries().size();
        List<String> intact = lines(server.local());
        assertThat(intact.getFirst()).isEqualTo("{\"done\":1,\"total\":2}");
        assertThat(intact.getLast()).startsWith("{\"intact\":true");
        server.archive().beDamaged(true);
        try {
            assertThat(lines(server.local()).getLast())
                    .contains("\"intact\":false")
                    .contains("\"file\":\"volumes/w1/1.mv\",\"record\":\"w1-3\",\"offset\":512");
        } finally {
            server.archive().beDamaged(false);
        }
        assertThat(server.archive().typesSince(before))
                .containsExactly("integrity.run", "integrity.pass", "integrity.run", "integrity.fail");
    }

    private static List<String> lines(Api api) throws Exception {
        return api.post("/integrity/runs", "").text().lines().toList();
    }

    @Test
    void theSwitchNeedsAReasonAndIsLogged(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(api.send("PATCH", "/archive", Map.of("enabled", false)).status())
                .isEqualTo(422);
        assertThat(api.send("PATCH", "/archive", Map.of("enabled", false, "reason", " "))
                        .status())
                .isEqualTo(422);
        int before = server.archive().entries().size();
        var off = api.send("PATCH", "/archive", Map.of("enabled", false, "reason", "a test"));
        assertThat(off.json().get("enabled").asBoolean()).isFalse();
        assertThat(off.json().get("last_closed").isNull()).isFalse();
        assertThat(receive(server, Api.mail("while off"))).isInstanceOf(MailReceiver.Receipt.NotKept.class);
        var on = api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "the tests"));
        assertThat(on.json().get("enabled").asBoolean()).isTrue();
        api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "is on already"));
        assertThat(server.archive().typesSince(before)).containsExactly("archive.disable", "archive.enable");
    }

    @Test
    void rebuildingTheIndexIsLogged(TestServer server) throws Exception {
        assertThat(server.local().post("/index:rebuild", "").status()).isEqualTo(202);
        var entry = server.archive().entries().getLast();
        assertThat(entry.type()).isEqualTo("index.rebuild");
        assertThat(entry.actor().name()).isEqualTo("os:tester");
    }

    @Test
    void aFullStorePutsMailOff(TestServer server) {
        server.archive().beFull(true);
        try {
            assertThat(receive(server, Api.mail("put off"))).isInstanceOf(MailReceiver.Receipt.Full.class);
        } finally {
            server.archive().beFull(false);
        }
        server.archive().beFaulty(true);
        try {
            assertThat(receive(server, Api.mail("put off"))).isInstanceOf(MailReceiver.Receipt.TryLater.class);
        } finally {
            server.archive().beFaulty(false);
        }
    }

    private static String deliver(TestServer server, String subject) {
        return deliver(server, Api.mail(subject));
    }

    private static String deliver(TestServer server, byte[] mail) {
        if (receive(server, mail) instanceof MailReceiver.Receipt.Archived archived) {
            return archived.id();
        }
        throw new AssertionError("the mail was not archived");
    }

    private static MailReceiver.Receipt receive(TestServer server, byte[] mail) {
        var envelope = new Envelope("ada@example.org", List.of("bob@example.org"), "127.0.0.1", "test", "ESMTP");
        return server.listener().receiver().receive(envelope, new MemoryMessage(mail));
    }
}
