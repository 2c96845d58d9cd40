package org.muniment.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muniment.server.api.ArchiveAccounts.REASON;
import static org.muniment.server.api.ArchiveAccounts.close;
import static org.muniment.server.api.ArchiveAccounts.open;
import static org.muniment.server.api.ArchiveAccounts.server;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** What is archived while archiving is off or an account is not open, and how it is told: coverage, counts, notes on searches. */
class CoverageApiTest {
    @TempDir
    private Path home;

    private TestServer overRealArchive() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        return TestServer.over(Archives::open, home);
    }

    @Test
    void closingAndDisablingRemoveNothing() throws Exception {
        try (var server = overRealArchive()) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            String run = api.post("/imports", Map.of()).json().get("id").asString();
            api.items(run, Api.item("1", Api.mail("offer")));
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            api.get("/accounts?status=open").json().get("total").asInt() == 2);
            close(api, "ada@example.org", "bob@example.org");
            api.send("PATCH", "/archive", Map.of("enabled", false, "reason", REASON));
            JsonNode found = api.post("/searches", Map.of("query", "offer", "time_range", Map.of("all", true)))
                    .json();
            assertThat(found.get("total").get("value").asInt()).isEqualTo(1);
            String message = found.get("data").get(0).get("id").asString();
            assertThat(api.get("/messages/" + message + "/raw").status()).isEqualTo(200);
        }
    }

    private static MailReceiver.Receipt arrive(TestServer server, String recipient, String subject) {
        byte[] mail = ("From: ada@elsewhere.example\r\nTo: " + recipient + "\r\nSubject: " + subject
                        + "\r\n\r\nHello.\r\n")
                .getBytes(UTF_8);
        return server.listener()
                .receiver()
                .receive(
                        new Envelope("ada@elsewhere.example", List.of(recipient), null, null, null),
                        new MemoryMessage(mail));
    }

    private static JsonNode found(Api api, String query) throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/status").json().get("balanced").asBoolean());
        return api.post("/searches", Map.of("query", query, "time_range", Map.of("all", true)))
                .json();
    }

    private static int total(JsonNode search) {
        return search.get("total").get("value").asInt();
    }

    @Test
    void whileOffMailIsCountedAndEverySearchThatTouchesTheGapSaysHowMuchIsMissing() throws Exception {
        try (var server = overRealArchive()) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            arrive(server, "bob@example.org", "kept");
            api.send("PATCH", "/archive", Map.of("enabled", false, "reason", REASON));
            arrive(server, "bob@example.org", "missed one");
            arrive(server, "bob@example.org", "missed two");
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            JsonNode search = found(api, "subject:kept");
            assertThat(total(search)).isEqualTo(1);
            JsonNode note = search.get("notes")
                    .valueStream()
                    .filter(one -> one.get("count").asInt() > 0)
                    .findFirst()
                    .orElseThrow();
            assertThat(note.get("code").asString()).isEqualTo("archiving-off");
            assertThat(note.get("count").asInt()).isEqualTo(2);
            assertThat(total(found(api, "subject:missed"))).isZero();
            String today = LocalDate.now(ZoneOffset.UTC).toString();
            JsonNode day = newestDay(api, "/stats/coverage?from=" + today + "&to=" + today);
            assertThat(day.get("state").asString()).isEqualTo("partly");
            assertThat(day.get("not_kept").asInt()).isEqualTo(2);
        }
    }

    @Test
    void whatIsArchivedFollowsTheModeAndTheAccountsFromTheNextMailOn() throws Exception {
        try (var server = overRealArchive()) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            api.send("PATCH", "/archive/policy", Map.of("mode", "opened_accounts", "reason", REASON));
            open(api, "bob@example.org");
            arrive(server, "bob@example.org", "first");
            arrive(server, "eve@example.org", "second");
            open(api, "eve@example.org");
            arrive(server, "eve@example.org", "third");
            close(api, "bob@example.org");
            arrive(server, "bob@example.org", "fourth");
            assertThat(total(found(api, "subject:first"))).isEqualTo(1);
            assertThat(total(found(api, "subject:second"))).isZero();
            assertThat(total(found(api, "subject:third"))).isEqualTo(1);
            assertThat(total(found(api, "subject:fourth"))).isZero();
            api.send("PATCH", "/archive/policy", Map.of("mode", "whole_domain", "reason", REASON));
            arrive(server, "carol@example.org", "fifth");
            arrive(server, "bob@example.org", "sixth");
            assertThat(total(found(api, "subject:fifth"))).isEqualTo(1);
            assertThat(total(found(api, "subject:sixth"))).isZero(); // somebody closed it
        }
    }

    @Test
    void whatComesForAccountsThatAreNotOpenIsCountedAndEverySearchOfThatTimeSaysSo() throws Exception {
        try (var server = overRealArchive()) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            api.send("PATCH", "/archive/policy", Map.of("mode", "opened_accounts", "reason", REASON));
            open(api, "bob@example.org");
            assertThat(found(api, "").get("notes")).isEmpty();
            arrive(server, "bob@example.org", "kept");
            arrive(server, "eve@example.org", "left out one");
            arrive(server, "mallory@example.org", "left out two");
            arrive(server, "nobody@elsewhere.example", "nobody of ours");

            JsonNode search = found(api, "");
            assertThat(search.get("data")
                            .valueStream()
                            .map(hit -> hit.get("subject").asString()))
                    .containsExactly("kept");
            assertThat(search.get("notes").size()).isEqualTo(1);
            assertThat(search.get("notes").get(0).get("code").asString()).isEqualTo("no-open-account");
            assertThat(search.get("notes").get(0).get("count").asInt()).isEqualTo(2);
            assertThat(api.post(
                                    "/searches",
                                    Map.of("query", "", "time_range", Map.of("from", "2001-01-01", "to", "2001-12-31")))
                            .json()
                            .get("notes"))
                    .isEmpty();
            JsonNode leftOut = api.get("/archive/rules").json().get("left_out");
            assertThat(leftOut.get("no-open-account").asInt()).isEqualTo(2);
            assertThat(leftOut.get("no-organisation").asInt()).isEqualTo(1);
            String today = LocalDate.now(ZoneOffset.UTC).toString();
            JsonNode day = newestDay(api, "/stats/coverage?from=" + today + "&to=" + today);
            assertThat(day.get("no_open_account").asInt()).isEqualTo(2);
            assertThat(day.get("not_kept").asInt()).isZero();
        }
    }

    @Test
    void coverageTellsForEachDayWhetherItWasOn() throws Exception {
        try (var server = server(home, "whole_domain", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            String today = LocalDate.now(ZoneOffset.UTC).toString();
            String path = "/stats/coverage?from=2026-01-01&to=" + today;
            assertThat(newestDay(api, path).get("state").asString()).isEqualTo("off");
            assertThat(api.get(path).json().get("data").get(0).get("state").asString())
                    .isEqualTo("none");
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            assertThat(newestDay(api, path).get("state").asString()).isEqualTo("partly");
            assertThat(api.get("/stats/coverage?from=2026-01-01").status()).isEqualTo(422);
        }
    }

    private static JsonNode newestDay(Api api, String path) throws Exception {
        JsonNode days = api.get(path).json().get("data");
        return days.get(days.size() - 1);
    }
}
