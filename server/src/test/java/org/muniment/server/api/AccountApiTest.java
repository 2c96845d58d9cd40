package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.muniment.server.api.ArchiveAccounts.REASON;
import static org.muniment.server.api.ArchiveAccounts.close;
import static org.muniment.server.api.ArchiveAccounts.open;
import static org.muniment.server.api.ArchiveAccounts.server;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.server.database.Role;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Whose mail is archived: opened, closed, counted, told. */
class AccountApiTest {
    @TempDir
    private Path home;

    private static JsonNode summary(Api api) throws Exception {
        return api.get("/archive").json();
    }

    private static List<String> addresses(JsonNode page) {
        return page.get("data")
                .valueStream()
                .map(one -> one.get("address").asString())
                .toList();
    }

    private static LogEntry newest(TestServer server, String type) {
        return server.archive().entries().stream()
                .filter(entry -> entry.type().equals(type))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    @Test
    void accountsAreOpenedInOneActThatIsPreviewedLoggedAndRemembered() throws Exception {
        try (var server = server(home, "opened_accounts", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            List<String> thirty = IntStream.range(10, 40)
                    .mapToObj(i -> "p" + i + "@example.org")
                    .toList();
            JsonNode preview = api.post("/accounts:open", Map.of("addresses", thirty, "dry_run", true))
                    .json();
            assertThat(preview.get("changed").asInt()).isEqualTo(30);
            assertThat(preview.get("open_after").asInt()).isEqualTo(30);
            assertThat(preview.get("batch").isNull()).isTrue();
            assertThat(summary(api).get("number_of_open_archives").asInt()).isZero();

            JsonNode done = api.post("/accounts:open", Map.of("addresses", thirty, "reason", REASON))
                    .json();
            assertThat(done.get("changed").asInt()).isEqualTo(30);
            assertThat(summary(api).get("number_of_open_archives").asInt()).isEqualTo(30);
            assertThat(summary(api).get("number_of_archives").asInt()).isEqualTo(500);
            Map<String, String> detail = newest(server, "archive.account_open").detail();
            assertThat(detail)
                    .containsEntry("reason", REASON)
                    .containsEntry("accounts", "30")
                    .containsEntry("how", "hand")
                    .containsEntry("before.open", "0")
                    .containsEntry("after.open", "30")
                    .containsEntry("object", done.get("batch").asString());
            assertThat(detail.get("addresses")).startsWith("p10@example.org p11@example.org ");

            JsonNode again =
                    api.post("/accounts:open", Map.of("addresses", thirty)).json();
            assertThat(again.get("unchanged").asInt()).isEqualTo(30);
            assertThat(again.get("batch").isNull()).isTrue();
        }
    }

    @Test
    void anAccountTellsItsWholeHistory() throws Exception {
        try (var server = server(home, "opened_accounts", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            open(api, "Bob <BOB@example.org>");
            Api.Answer closing = api.post("/accounts:close", Map.of("addresses", List.of("bob@example.org")));
            assertThat(closing.status()).isEqualTo(422);
            assertThat(closing.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/reason");
            close(api, "bob@example.org");
            JsonNode listed = api.get("/accounts").json().get("data").get(0);
            assertThat(listed.get("status").asString()).isEqualTo("not_open");
            JsonNode one = api.get("/accounts/" + listed.get("id").asString()).json();
            assertThat(one.get("history")
                            .valueStream()
                            .map(turn -> turn.get("act").asString()))
                    .containsExactly("closed", "opened");
            assertThat(one.get("history").get(0).get("who").asString()).isEqualTo(TestServer.ADMINISTRATOR);
            assertThat(one.get("history").get(0).get("reason").asString()).isEqualTo(REASON);
            assertThat(newest(server, "archive.account_close").detail())
                    .containsEntry("object", listed.get("id").asString())
                    .containsEntry("before.status", "open")
                    .containsEntry("after.status", "not_open");
        }
    }

    @Test
    void addressesThatCannotBeUsedAreNamedAndNothingIsDone() throws Exception {
        try (var server = server(home, "opened_accounts", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            Api.Answer refused = open(api, "bob@example.org", "eve@elsewhere.example", "nobody");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json()
                            .get("errors")
                            .valueStream()
                            .map(fault -> fault.get("pointer").asString()))
                    .containsExactly("/addresses/1", "/addresses/2");
            assertThat(summary(api).get("number_of_open_archives").asInt()).isZero();
            JsonNode preview = api.post(
                            "/accounts:open",
                            Map.of("addresses", List.of("bob@example.org", "nobody"), "dry_run", true))
                    .json();
            assertThat(preview.get("refused").size()).isEqualTo(1);
            assertThat(preview.get("changed").asInt()).isEqualTo(1);
        }
    }

    @Test
    void moreThanTheSeatsCannotBeOpenedWhereOnlyOpenedAccountsAreArchived() throws Exception {
        try (var server = server(home, "opened_accounts", 2)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            open(api, "a@example.org");
            Api.Answer refused = open(api, "b@example.org", "c@example.org", "d@example.org");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("seats-exceeded");
            assertThat(refused.json().get("detail").asString()).startsWith("2 over the limit of 2.");
            assertThat(summary(api).get("number_of_open_archives").asInt()).isEqualTo(1);
            JsonNode preview = api.post(
                            "/accounts:open",
                            Map.of("addresses", List.of("b@example.org", "c@example.org"), "dry_run", true))
                    .json();
            assertThat(preview.get("over").asInt()).isEqualTo(1);
        }
    }

    @Test
    void moreThanTheSeatsRaiseAnAlarmWhereWholeDomainsAreArchived() throws Exception {
        try (var server = server(home, "whole_domain", 2)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            assertThat(open(api, "a@example.org", "b@example.org", "c@example.org")
                            .status())
                    .isEqualTo(200);
            JsonNode summary = summary(api);
            assertThat(summary.get("status").asString()).isEqualTo("trouble");
            assertThat(summary.get("over_seats").asInt()).isEqualTo(1);
            assertThat(api.get("/status").json().get("accounts").get("over").asInt())
                    .isEqualTo(1);
            Api.Answer refused =
                    api.send("PATCH", "/archive/policy", Map.of("mode", "opened_accounts", "reason", REASON));
            assertThat(refused.code()).isEqualTo("seats-exceeded");
            close(api, "c@example.org");
            assertThat(summary(api).get("status").asString()).isEqualTo("on");
        }
    }

    @Test
    void theModeIsChangedWithItsEffectInNumbersAndLogged() throws Exception {
        try (var server = server(home, "whole_domain", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            deliver(server, "bob@example.org");
            deliver(server, "eve@example.org");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> summary(api).get("number_of_open_archives").asInt() == 2);
            close(api, "eve@example.org");
            JsonNode effect = api.send("PATCH", "/archive/policy", Map.of("mode", "opened_accounts", "dry_run", true))
                    .json()
                    .get("effect");
            assertThat(effect.get("open_accounts").asInt()).isEqualTo(1);
            assertThat(effect.get("left_out").asInt()).isEqualTo(1);
            assertThat(effect.get("opened_by_themselves").asInt()).isEqualTo(2);
            assertThat(summary(api).get("mode").asString()).isEqualTo("whole_domain");

            assertThat(api.send("PATCH", "/archive/policy", Map.of("mode", "opened_accounts"))
                            .status())
                    .isEqualTo(422);
            api.send("PATCH", "/archive/policy", Map.of("mode", "opened_accounts", "reason", REASON));
            assertThat(summary(api).get("mode").asString()).isEqualTo("opened_accounts");
            assertThat(newest(server, "archive.settings").detail())
                    .containsEntry("before.mode", "whole_domain")
                    .containsEntry("after.mode", "opened_accounts")
                    .containsEntry("reason", REASON);
        }
    }

    private static void deliver(TestServer server, String recipient) throws Exception {
        server.archive()
                .ingest(
                        new Provenance("smtp", Instant.now(), null, false),
                        new Envelope("ada@elsewhere.example", List.of(recipient), null, null, null),
                        new MemoryMessage(Api.mail("for " + recipient)));
    }

    @Test
    void accountsThatTakePartInMailOpenByThemselvesUnlessSomebodyClosedThem() throws Exception {
        try (var server = server(home, "whole_domain", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", REASON));
            close(api, "eve@example.org");
            deliver(server, "eve@example.org");
            deliver(server, "bob@example.org");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> summary(api).get("number_of_open_archives").asInt() == 1);
            assertThat(addresses(api.get("/accounts?status=open").json())).containsExactly("bob@example.org");
            assertThat(addresses(api.get("/accounts?status=not_open").json())).containsExactly("eve@example.org");
            LogEntry entry = newest(server, "archive.account_open");
            assertThat(entry.actor().name()).isEqualTo("system");
            assertThat(entry.detail()).containsEntry("how", "automatic");
        }
    }

    @Test
    void nothingIsDoneThatCannotBeLogged() throws Exception {
        try (var server = server(home, "opened_accounts", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            server.archive().breakLog(true);
            Api.Answer refused = open(api, "bob@example.org");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("audit-unavailable");
            server.archive().breakLog(false);
            assertThat(api.get("/accounts").json().get("total").asInt()).isZero();
        }
    }

    @Test
    void theListIsPagedFilteredAndTakenAlongAsATable() throws Exception {
        try (var server = server(home, "opened_accounts", 500)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            open(api, "a@example.org", "b@example.org", "c%d@example.org");
            close(api, "b@example.org");
            JsonNode first = api.get("/accounts?limit=2").json();
            assertThat(addresses(first)).containsExactly("a@example.org", "b@example.org");
            assertThat(first.get("total").asInt()).isEqualTo(3);
            JsonNode second = api.get("/accounts?limit=2&cursor="
                            + first.get("next_cursor").asString().replace("@", "%40"))
                    .json();
            assertThat(addresses(second)).containsExactly("c%d@example.org");
            assertThat(second.get("next_cursor").isNull()).isTrue();
            assertThat(addresses(api.get("/accounts?text=%25").json())).containsExactly("c%d@example.org");
            String table = api.call(
                            "GET", "/accounts?status=open", BodyPublishers.noBody(), Map.of("Accept", "text/csv"))
                    .text();
            assertThat(table.lines().toList()).hasSize(3);
            assertThat(table.lines().skip(1).findFirst().orElseThrow())
                    .startsWith("\"a@example.org\",\"\",\"\",\"open\",\"unknown\",");
            String turns = api.call("GET", "/accounts:history", BodyPublishers.noBody(), Map.of("Accept", "text/csv"))
                    .text();
            assertThat(turns.lines().skip(1).findFirst().orElseThrow())
                    .contains("\"b@example.org\",\"closed\",\"hand\",\"" + TestServer.ADMINISTRATOR + "\"");
            for (String wrong : List.of("?status=shut", "?limit=0", "?cursor=x", "?text=" + "x".repeat(201))) {
                assertThat(api.get("/accounts" + wrong).status()).as(wrong).isEqualTo(422);
            }
        }
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() throws Exception {
        try (var server = TestServer.everybody(home)) {
            Api ours = server.signedIn(TestServer.addressOf(Role.ARCHIVE_ADMINISTRATOR, "example.org"));
            Api theirs = server.signedIn(TestServer.addressOf(Role.ARCHIVE_ADMINISTRATOR, TestServer.OTHER_DOMAIN));
            open(ours, "bob@example.org");
            String id =
                    ours.get("/accounts").json().get("data").get(0).get("id").asString();
            assertThat(theirs.get("/accounts/" + id).status()).isEqualTo(404);
            assertThat(theirs.get("/accounts").json().get("total").asInt()).isZero();
            assertThat(theirs.get("/accounts:history").json().get("data").isEmpty())
                    .isTrue();
            assertThat(close(theirs, "bob@example.org").status()).isEqualTo(422);
            assertThat(summary(theirs).get("number_of_open_archives").asInt()).isZero();
        }
    }

    private static String department(Api postmaster, String name, String parent) throws Exception {
        return postmaster
                .post("/departments", Map.of("name", name, "parent", parent))
                .json()
                .get("id")
                .asString();
    }

    private static String member(Api postmaster, String address, String department) throws Exception {
        return postmaster
                .post(
                        "/directory/accounts",
                        Map.of("address", address, "name", "Name of " + address, "departments", List.of(department)))
                .json()
                .get("id")
                .asString();
    }

    @Test
    void aDepartmentIsOpenedWithAllBelowIt() throws Exception {
        try (var server = server(home, "opened_accounts", 500)) {
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            String sales = department(postmaster, "Sales", "top");
            String north = department(postmaster, "North", sales);
            for (int i = 10; i < 40; i++) {
                member(postmaster, "p" + i + "@example.org", i % 2 == 0 ? sales : north);
            }
            member(postmaster, "other@example.org", department(postmaster, "Legal", "top"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api.get("/accounts").json().get("total").asInt() == 31);
            JsonNode alone = api.post(
                            "/accounts:open", Map.of("department", sales, "subdepartments", false, "dry_run", true))
                    .json();
            assertThat(alone.get("changed").asInt()).isEqualTo(15);
            JsonNode done = api.post("/accounts:open", Map.of("department", sales, "reason", REASON))
                    .json();
            assertThat(done.get("changed").asInt()).isEqualTo(30);
            assertThat(newest(server, "archive.account_open").detail())
                    .containsEntry("how", "department")
                    .containsEntry("department", sales)
                    .containsEntry("department_path", "Sales");
            assertThat(api.get("/accounts?status=open&department=" + north)
                            .json()
                            .get("total")
                            .asInt())
                    .isEqualTo(15);
            JsonNode one =
                    api.get("/accounts?text=NAME%20OF%20p11").json().get("data").get(0);
            assertThat(one.get("name").asString()).isEqualTo("Name of p11@example.org");
            assertThat(one.get("directory").asString()).isEqualTo("active");
            assertThat(one.get("departments").get(0).get("path").valueStream().map(JsonNode::asString))
                    .containsExactly("Sales", "North");
            assertThat(api.post("/accounts:open", Map.of("department", "dept_x"))
                            .status())
                    .isEqualTo(422);
            assertThat(api.post("/accounts:open", Map.of()).status()).isEqualTo(422);
        }
    }

    @Test
    void newAccountsOpenAutomaticallyAsLongAsThereAreSeats() throws Exception {
        try (var server = server(home, "opened_accounts", 2)) {
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            String sales = department(postmaster, "Sales", "top");
            member(postmaster, "before@example.org", sales);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api.get("/accounts").json().get("total").asInt() == 1);
            Map<String, Object> openNew = Map.of("scope", "departments", "departments", List.of(sales));
            api.send("PATCH", "/archive/policy", Map.of("open_new", openNew, "reason", REASON));
            for (String name : List.of("a", "b", "c")) {
                member(postmaster, name + "@example.org", sales);
            }
            member(postmaster, "else@example.org", department(postmaster, "Legal", "top"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> summary(api).get("waiting_for_seat").asInt() == 1);
            assertThat(addresses(api.get("/accounts?status=open").json())).hasSize(2);
            assertThat(addresses(api.get("/accounts?status=not_open").json()))
                    .contains("before@example.org", "else@example.org");
            String first = addresses(api.get("/accounts?status=open").json()).getFirst();
            close(api, first);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> summary(api).get("waiting_for_seat").asInt() == 0);
            assertThat(addresses(api.get("/accounts?status=open").json()))
                    .hasSize(2)
                    .doesNotContain(first);
        }
    }

    @Test
    void anAccountOutlivesTheDirectory() throws Exception {
        try (var server = server(home, "opened_accounts", 500)) {
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            String id = member(postmaster, "bob@example.org", department(postmaster, "Sales", "top"));
            open(api, "bob@example.org");
            postmaster.send("PATCH", "/directory/accounts/" + id, Map.of("state", "deleted"));
            JsonNode left =
                    api.get("/accounts?directory=left").json().get("data").get(0);
            assertThat(left.get("address").asString()).isEqualTo("bob@example.org");
            assertThat(left.get("status").asString()).isEqualTo("open");
            assertThat(api.get("/accounts?directory=active").json().get("total").asInt())
                    .isZero();
            assertThat(api.get("/accounts?directory=gone").status()).isEqualTo(422);
        }
    }
}
