package org.muniment.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muniment.server.api.ArchiveAccounts.REASON;
import static org.muniment.server.api.ArchiveAccounts.close;
import static org.muniment.server.api.ArchiveAccounts.open;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.protocols.smtp.MailReceiver.Receipt;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Rule 10, over a real archive: an open account is archived whatever the directory makes of its address. */
class RenamedAccountTest {
    private static final String SMITH = "alice.smith@example.org";
    private static final String JONES = "alice.jones@example.org";

    @TempDir
    private Path home;

    /** A server with archiving on where alice.smith's account is open. */
    private TestServer server(int seats) throws Exception {
        return server("opened_accounts", seats);
    }

    private TestServer server(String mode, int seats) throws Exception {
        TestServer server = ArchiveAccounts.overStore(home, mode, seats);
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
        open(api, SMITH);
        return server;
    }

    /** The directory knows her as alice.jones from now on. */
    private static void rename(TestServer server, List<String> aliases) throws Exception {
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        String id = postmaster
                .post("/directory/accounts", Map.of("address", SMITH, "name", "Alice", "departments", List.of()))
                .id();
        Api.Answer renamed =
                postmaster.send("PATCH", "/directory/accounts/" + id, Map.of("address", JONES, "aliases", aliases));
        assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    }

    private static void assertArchived(TestServer server, String recipient) {
        assertThat(arrive(server, recipient)).as(recipient).isInstanceOf(Receipt.Archived.class);
    }

    private static void assertLeftOut(TestServer server, String recipient) {
        assertThat(arrive(server, recipient)).as(recipient).isInstanceOf(Receipt.NotKept.class);
    }

    private static Receipt arrive(TestServer server, String recipient) {
        byte[] mail = ("From: eve@elsewhere.example\r\nTo: " + recipient + "\r\nSubject: " + System.nanoTime()
                        + "\r\n\r\nHello.\r\n")
                .getBytes(UTF_8);
        return server.listener()
                .receiver()
                .receive(
                        new Envelope("eve@elsewhere.example", List.of(recipient), null, null, null),
                        new MemoryMessage(mail));
    }

    private static List<String> opened(Api api) throws Exception {
        return api.get("/accounts?status=open")
                .json()
                .get("data")
                .valueStream()
                .map(one -> one.get("address").asString())
                .toList();
    }

    @Test
    void mailToBothAddressesIsArchivedAtOnceAndTheNewOneOpensByItself() throws Exception {
        try (var server = server(500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            rename(server, List.of(SMITH));
            assertArchived(server, SMITH);
            assertArchived(server, JONES);
            await().atMost(Duration.ofSeconds(20)).until(() -> opened(api).equals(List.of(JONES, SMITH)));
            assertArchived(server, SMITH);
            assertArchived(server, JONES);
            assertLeftOut(server, "bob@example.org");
            JsonNode turn = api.get("/accounts:history").json().get("data").get(0);
            assertThat(turn.get("address").asString()).isEqualTo(JONES);
            assertThat(turn.get("how").asString()).isEqualTo("automatic");
            assertThat(turn.get("who").asString()).isEqualTo("system");
        }
    }

    @Test
    void theNewAddressOpensAlsoWhenTheOldOneIsNotKept() throws Exception {
        try (var server = server(500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            rename(server, List.of());
            await().atMost(Duration.ofSeconds(20)).until(() -> opened(api).equals(List.of(JONES, SMITH)));
            assertArchived(server, SMITH);
            assertArchived(server, JONES);
        }
    }

    @Test
    void withoutASeatTheNewAddressWaitsAndItsMailIsArchivedAllTheSame() throws Exception {
        try (var server = server(1)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            rename(server, List.of(SMITH));
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            api.get("/archive").json().get("waiting_for_seat").asInt() == 1);
            assertThat(opened(api)).containsExactly(SMITH);
            assertArchived(server, SMITH);
            assertArchived(server, JONES);
        }
    }

    @Test
    void whereWholeDomainsAreArchivedTheNewAddressOpensBeyondTheSeatsAsOthersDo() throws Exception {
        try (var server = server("whole_domain", 1)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            rename(server, List.of(SMITH));
            await().atMost(Duration.ofSeconds(20)).until(() -> opened(api).equals(List.of(JONES, SMITH)));
            assertArchived(server, JONES);
        }
    }

    @Test
    void closingTheOldOneFreesItsSeatAndLeavesTheNewOneOpen() throws Exception {
        try (var server = server(500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            rename(server, List.of(SMITH));
            await().atMost(Duration.ofSeconds(20)).until(() -> opened(api).size() == 2);
            assertThat(close(api, SMITH).json().get("changed").asInt()).isEqualTo(1);
            assertThat(opened(api)).containsExactly(JONES);
            assertArchived(server, SMITH);
            assertArchived(server, JONES);
            close(api, SMITH); // now it is nothing but an alias of the other one
            assertThat(opened(api)).isEmpty();
            assertLeftOut(server, JONES);
        }
    }

    @Test
    void closingThePrimaryAddressClosesTheWholeMailbox() throws Exception {
        try (var server = server(500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            rename(server, List.of(SMITH));
            await().atMost(Duration.ofSeconds(20)).until(() -> opened(api).size() == 2);
            assertThat(close(api, JONES).json().get("changed").asInt()).isEqualTo(2);
            assertThat(opened(api)).isEmpty();
            assertLeftOut(server, SMITH);
            assertLeftOut(server, JONES);
        }
    }
}
