package org.muniment.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.server.api.ArchiveAccounts.REASON;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.protocols.smtp.MailReceiver.Receipt;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.NoSync;
import org.muniment.server.testing.TestServer;

/** What the database has committed is what mail is decided by, though the disk could not be synced. */
class UnsyncedTest {
    @TempDir
    private Path home;

    private static Receipt arrive(TestServer server, String recipient) {
        byte[] mail =
                ("From: eve@elsewhere.example\r\nSubject: " + System.nanoTime() + "\r\n\r\nHello.\r\n").getBytes(UTF_8);
        return server.listener()
                .receiver()
                .receive(
                        new Envelope("eve@elsewhere.example", List.of(recipient), null, null, null),
                        new MemoryMessage(mail));
    }

    private static void assertFailed(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void switchRulesAccountsDomainsAndTermsCountFromTheirCommitOn() throws Exception {
        try (var server = ArchiveAccounts.overStore(home, "opened_accounts", 500)) {
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            try (var _ = NoSync.of(home)) {
                assertFailed(api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON)));
                assertFailed(ArchiveAccounts.open(api, "ada@example.org"));
                assertThat(arrive(server, "ada@example.org")).isInstanceOf(Receipt.Archived.class);

                assertFailed(api.send("PATCH", "/archive/policy", Map.of("mode", "whole_domain", "reason", REASON)));
                assertThat(arrive(server, "bob@example.org")).isInstanceOf(Receipt.Archived.class);

                assertFailed(postmaster.post("/domains", Map.of("name", "new.example")));
                assertThat(arrive(server, "bob@new.example")).isInstanceOf(Receipt.Archived.class);

                assertFailed(api.send(
                        "PATCH", "/archive/rules", Map.of("monitors", List.of("watch@example.org"), "reason", REASON)));
                assertThat(arrive(server, "watch@example.org")).isInstanceOf(Receipt.NotKept.class);

                String id = api.get("/me").json().get("organisation").get("id").asString();
                assertFailed(postmaster.send("PATCH", "/organisations/" + id, Map.of("seats", 7, "reason", REASON)));
                assertThat(api.get("/archive").json().get("number_of_archives").asInt())
                        .isEqualTo(7);
            }
        }
    }
}
