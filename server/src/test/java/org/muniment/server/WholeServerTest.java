package org.muniment.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** The way of a mail through the real thing: HTTP, archive, store, index, and the same again after a restart. */
class WholeServerTest {
    private static final Map<String, Object> ALL = Map.of("all", true);

    @TempDir
    private Path home;

    @Test
    void whatIsImportedAndDeliveredIsFoundAndComesBackAlsoAfterARestart() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        String imported;
        try (var server = TestServer.over(Archives::open, home)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "a test"));
            imported = importTwice(api);
            assertThat(deliver(server, Api.mail("delivered"))).isInstanceOf(MailReceiver.Receipt.Archived.class);
            found(api, 2);
            export(api, imported);
        }
        try (var server = TestServer.over(Archives::open, home)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            found(api, 2);
            assertThat(api.get("/messages/" + imported + "/raw").bytes()).isEqualTo(Api.mail("imported"));
            String verified = server.local().post("/integrity/runs", "").text();
            assertThat(verified.lines().toList().getLast()).startsWith("{\"intact\":true");
        }
    }

    private static String importTwice(Api api) throws Exception {
        String run = api.post("/imports", Map.of()).json().get("id").asString();
        byte[] items = Api.all(Api.item("1", Api.mail("imported")), Api.item("2", Api.mail("imported")));
        var first = api.items(run, items).json().get("outcomes");
        var second = api.items(run, items).json().get("outcomes");
        assertThat(second.get(0).get("already").asBoolean()).isTrue();
        assertThat(second.get(1).get("already").asBoolean()).isTrue();
        String id = first.get(0).get("id").asString();
        for (var outcomes : List.of(first, second)) {
            assertThat(outcomes.get(0).get("id").asString()).isEqualTo(id);
            assertThat(outcomes.get(1).get("id").asString()).isEqualTo(id);
        }
        return id;
    }

    private static MailReceiver.Receipt deliver(TestServer server, byte[] mail) throws Exception {
        MailReceiver receiver = server.listener().receiver();
        var envelope = new Envelope("ada@example.org", List.of("bob@example.org"), "127.0.0.1", "test", "ESMTP");
        try (Spool.Intake intake = receiver.spool().begin()) {
            intake.write(mail);
            try (RawMessage message = intake.finish()) {
                return receiver.receive(envelope, message);
            }
        }
    }

    /** Within two seconds; the wait is longer only for a machine that is busy with something else. */
    private static void found(Api api, int expected) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Api.Answer answer = api.post("/searches", Map.of("query", "from:ada@example.org", "time_range", ALL));
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            assertThat(answer.json().get("total").get("value").asInt()).isEqualTo(expected);
            assertThat(answer.json().get("data").size()).isEqualTo(expected);
            assertThat(api.get("/status").json().get("balanced").asBoolean()).isTrue();
        });
    }

    private static void export(Api api, String id) throws Exception {
        byte[] bytes = api.post("/exports", Map.of("ids", List.of(id))).bytes();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".eml")) {
                    assertThat(zip.readAllBytes()).isEqualTo(Api.mail("imported"));
                    return;
                }
            }
        }
        throw new AssertionError("the export holds no mail");
    }
}
