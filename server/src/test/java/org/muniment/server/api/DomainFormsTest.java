package org.muniment.server.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.server.api.ArchiveAccounts.REASON;
import static org.muniment.server.api.ArchiveAccounts.close;
import static org.muniment.server.api.ArchiveAccounts.open;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.protocols.smtp.MailReceiver.Receipt;
import org.muniment.server.database.Database;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.setup.SetUp;
import org.muniment.server.setup.SetUpRequest;
import org.muniment.server.setup.SetUpRequest.NewPerson;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** A domain with letters beyond ASCII is one domain in both its forms, over a real archive. */
class DomainFormsTest {
    private static final String TYPED = "bücher.example";
    private static final String ASCII = "xn--bcher-kva.example";

    @TempDir
    private Path home;

    private static Receipt arrive(TestServer server, String recipient) {
        byte[] mail = ("From: eve@elsewhere.example\r\nTo: undisclosed-recipients:;\r\nSubject: " + System.nanoTime()
                        + "\r\n\r\nHello.\r\n")
                .getBytes(UTF_8);
        return server.listener()
                .receiver()
                .receive(
                        new Envelope("eve@elsewhere.example", List.of(recipient), null, null, null),
                        new MemoryMessage(mail));
    }

    private static List<String> names(Api api) throws Exception {
        return api.get("/domains")
                .json()
                .get("data")
                .valueStream()
                .map(one ->
                        one.get("name").asString() + " " + one.get("alias_of").asString("-"))
                .toList();
    }

    @Test
    void mailToEitherFormIsArchivedForTheAccountOfTheOther() throws Exception {
        try (var server = ArchiveAccounts.overStore(home, "opened_accounts", 500)) {
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            Api.Answer added = postmaster.post("/domains", Map.of("name", "Bücher.example"));
            assertThat(added.status()).as(added.text()).isEqualTo(201);
            assertThat(names(postmaster)).contains(TYPED + " -", ASCII + " " + TYPED);
            open(api, "ada@" + TYPED, "bob@" + ASCII);
            for (String recipient : List.of("ada@" + TYPED, "ada@" + ASCII, "bob@" + TYPED, "bob@" + ASCII)) {
                assertThat(arrive(server, recipient)).as(recipient).isInstanceOf(Receipt.Archived.class);
            }
            assertThat(arrive(server, "eve@" + ASCII))
                    .isInstanceOfSatisfying(
                            Receipt.NotKept.class,
                            receipt -> assertThat(receipt.toString()).contains("no-open-account"));
        }
    }

    @Test
    void theSetUpJoinsBothForms() throws Exception {
        var request = new SetUpRequest(
                "Bücher",
                List.of(TYPED),
                new NewPerson("post@example.org", TestServer.PASSWORD),
                new NewPerson(TestServer.ADMINISTRATOR, TestServer.PASSWORD),
                SecondFactor.OPTIONAL,
                null);
        SetUp.direct(TestServer.settings(home, Map.of()), request, "os:tester");
        try (Database database = Database.open(new Home(home))) {
            assertThat(database.jdbc()
                            .sql(
                                    "select name || ' ' || coalesce(alias_of, '-') from organisation_domain order by place")
                            .query(String.class)
                            .list())
                    .containsExactly(TYPED + " -", ASCII + " " + TYPED);
        }
    }

    @Test
    void aDomainWhoseAddressesAreArchivedStaysUntilTheirAccountsAreClosed() throws Exception {
        try (var server = ArchiveAccounts.overStore(home, "opened_accounts", 500)) {
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            postmaster.post("/domains", Map.of("name", TYPED));
            open(api, "ada@" + TYPED, "bob@" + TYPED);
            Api.Answer refused =
                    postmaster.send("DELETE", "/domains/" + ASCII.replace("xn--bcher-kva", "b%C3%BCcher"), "");
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(refused.json().get("detail").asString()).startsWith("2 archive accounts of " + TYPED);
            close(api, "ada@" + TYPED, "bob@" + ASCII);
            assertThat(postmaster.send("DELETE", "/domains/" + ASCII, "").status())
                    .isEqualTo(409);
            assertThat(postmaster
                            .send("DELETE", "/domains/b%C3%BCcher.example", "")
                            .status())
                    .isEqualTo(204);
            assertThat(names(postmaster)).containsExactly("example.org -");
        }
    }

    @Test
    void anAccountWhoseDomainIsGoneCanStillBeClosed() throws Exception {
        try (var server = ArchiveAccounts.server(home, "opened_accounts", 500)) {
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            postmaster.post("/domains", Map.of("name", "old.example"));
            open(server.signedIn(TestServer.ADMINISTRATOR), "ada@old.example");
        }
        try (Database database = Database.open(new Home(home))) { // an earlier version removed domains all the same
            database.jdbc()
                    .sql("delete from organisation_domain where name = 'old.example'")
                    .update();
        }
        try (var server = TestServer.again(home)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            assertThat(open(api, "ada@old.example").status()).isEqualTo(422);
            assertThat(close(api, "bob@old.example").status()).isEqualTo(422);
            assertThat(close(api, "ada@old.example").status()).isEqualTo(200);
            assertThat(api.get("/archive").json().get("number_of_open_archives").asInt())
                    .isZero();
        }
    }
}
