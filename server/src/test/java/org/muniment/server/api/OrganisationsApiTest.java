package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.archive.LogEntry;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.server.database.Database;
import org.muniment.server.database.Organisations;
import org.muniment.server.database.Role;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.home.Home;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.MemoryArchive;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** What operators do: see, make and change organisations. */
class OrganisationsApiTest {
    private static final String OPERATOR = TestServer.addressOf(Role.OPERATOR, "example.org");

    @TempDir
    private Path home;

    private static Map<String, Object> second() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Second");
        body.put("domains", List.of("second.example", "bücher.example"));
        body.put("postmaster", Map.of("address", "petra@second.example", "password", TestServer.PASSWORD));
        body.put("reason", "contract 17");
        return body;
    }

    private static Map<String, Object> secondBut(String field, Object value) {
        Map<String, Object> body = second();
        body.put(field, value);
        return body;
    }

    private static LogEntry newest(TestServer server, String organisation) {
        return server.archive(organisation).entries().getLast();
    }

    @Test
    void anOperatorSeesWhatWasAgreedAndHowMuchThereIs() throws Exception {
        try (var server = TestServer.everybody(home)) {
            JsonNode all =
                    server.signedIn(OPERATOR).get("/organisations").json().get("data");
            assertThat(all.size()).isEqualTo(2);
            assertThat(all.get(0).get("is_default").asBoolean()).isTrue();
            assertThat(all.get(1).get("is_default").asBoolean()).isFalse();
            assertThat(all.get(1).get("id").asString()).isEqualTo("org_other");
            assertThat(all.get(1).get("seats").isNull()).isTrue();
            assertThat(all.get(1).get("messages").asLong()).isZero();
            assertThat(server.local().get("/organisations").status()).isEqualTo(200);
        }
    }

    @Test
    void aNewOrganisationWorksAtOnceAndItsMakingIsLogged() throws Exception {
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL)) {
            String first = server.archive().settings().organisation();
            Map<String, Object> body = second();
            body.put("seats", 20);
            body.put("service_ends", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
            body.put("retention_years", 7);
            Api.Answer answer = server.signedIn(TestServer.POSTMASTER).post("/organisations", body);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            JsonNode made = answer.json();
            assertThat(made.get("days_left").asInt()).isEqualTo(10);
            assertThat(made.get("service_ended").asBoolean()).isFalse();
            assertThat(made.get("domains").toString()).contains("xn--bcher-kva.example");
            assertThat(made.get("enabled").asBoolean()).isFalse();
            String id = made.get("id").asString();
            assertThat(server.archive(id).settings().retentionYears()).isEqualTo(7);
            assertThat(server.archive(id).entries().getFirst().type()).isEqualTo("system.setup");
            LogEntry entry = server.archive(first).entries().stream()
                    .filter(one -> one.type().equals("organisation.create"))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry.detail())
                    .containsEntry("object", id)
                    .containsEntry("reason", "contract 17")
                    .containsEntry("seats", "20");
            assertThat(entry.detail().toString()).doesNotContain(TestServer.PASSWORD);
            Api petra = server.signedIn("petra@second.example");
            assertThat(petra.get("/me").json().get("organisation").get("id").asString())
                    .isEqualTo(id);
            assertThat(petra.get("/organisations").status()).isEqualTo(403);
        }
        try (var server = TestServer.again(home)) { // and after a restart
            assertThat(server.local().get("/organisations").json().get("data").size())
                    .isEqualTo(2);
        }
    }

    @Test
    void whatCannotBeUsedNamesItsFieldAndChangesNothing() throws Exception {
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL)) {
            Api operator = server.signedIn(TestServer.POSTMASTER);
            refused(operator, secondBut("name", " "), "/name");
            refused(operator, secondBut("domains", List.of()), "/domains");
            refused(operator, secondBut("domains", List.of("ok.example", "not a domain")), "/domains/1");
            refused(operator, secondBut("domains", List.of("ok.example", "EXAMPLE.org")), "/domains/1");
            refused(operator, secondBut("seats", 0), "/seats");
            refused(operator, secondBut("seats", "many"), "/seats");
            refused(operator, secondBut("service_ends", "2020-01-01"), "/service_ends");
            refused(operator, secondBut("service_ends", "tomorrow"), "/service_ends");
            refused(operator, secondBut("retention_years", 101), "/retention_years");
            refused(
                    operator,
                    secondBut("postmaster", Map.of("address", "p@second.example", "password", "short")),
                    "/postmaster/password");
            refused(
                    operator,
                    secondBut(
                            "postmaster", Map.of("address", TestServer.ADMINISTRATOR, "password", TestServer.PASSWORD)),
                    "/postmaster/address");
            refused(operator, secondBut("reason", ""), "/reason");
            refused(operator, secondBut("surprise", true), "/surprise");
            assertThat(operator.get("/organisations").json().get("data").size()).isEqualTo(1);
            assertThat(server.archive().entries())
                    .noneMatch(entry -> entry.type().startsWith("organisation."));
        }
    }

    private static void refused(Api api, Map<String, Object> body, String pointer) throws Exception {
        Api.Answer answer = api.post("/organisations", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                .as(answer.text())
                .isEqualTo(pointer);
    }

    @Test
    void aChangeIsLoggedInBothArchivesWithBeforeAndAfter() throws Exception {
        try (var server = TestServer.everybody(home)) {
            Api operator = server.signedIn(OPERATOR);
            Map<String, Object> patch = Map.of("seats", 30, "retention_years", 9, "reason", "contract 18");
            Api.Answer answer = operator.send("PATCH", "/organisations/org_other", patch);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().get("seats").asInt()).isEqualTo(30);
            String first = server.archive().settings().organisation();
            for (String log : List.of(first, "org_other")) {
                LogEntry entry = newest(server, log);
                assertThat(entry.type()).isEqualTo("organisation.change");
                assertThat(entry.actor().name()).isEqualTo(OPERATOR);
                assertThat(entry.detail())
                        .containsEntry("object", "org_other")
                        .containsEntry("before.seats", "-")
                        .containsEntry("after.seats", "30")
                        .containsEntry("after.retention_years", "9")
                        .doesNotContainKey("after.name");
            }
            assertThat(server.archive("org_other").retention()).isEqualTo(9);
            assertThat(server.archive(first).retention()).isEqualTo(5);
            operator.send("PATCH", "/organisations/org_other", "{\"seats\":null,\"reason\":\"no limit any more\"}");
            assertThat(newest(server, "org_other").detail())
                    .containsEntry("after.seats", "-")
                    .doesNotContainKey("after.retention_years");
        }
    }

    @Test
    void aWrongChangeNamesItsFieldAndAnUnknownOrganisationIsNotThere() throws Exception {
        try (var server = TestServer.everybody(home)) {
            Api operator = server.signedIn(OPERATOR);
            for (var wrong : Map.of(
                            "{\"seats\":-1,\"reason\":\"x\"}", "/seats",
                            "{\"seats\":\"1\",\"reason\":\"x\"}", "/seats",
                            "{\"name\":null,\"reason\":\"x\"}", "/name",
                            "{\"retention_years\":null,\"reason\":\"x\"}", "/retention_years",
                            "{\"service_ends\":\"2020-01-01\",\"reason\":\"x\"}", "/service_ends",
                            "{\"seats\":1}", "/reason",
                            "{\"domains\":[],\"reason\":\"x\"}", "/domains")
                    .entrySet()) {
                Api.Answer answer = operator.send("PATCH", "/organisations/org_other", wrong.getKey());
                assertThat(answer.status()).as(answer.text()).isEqualTo(422);
                assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                        .isEqualTo(wrong.getValue());
            }
            assertThat(operator.send("PATCH", "/organisations/org_nobody", "{\"seats\":1,\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(404);
            assertThat(server.archive("org_other").entries())
                    .noneMatch(entry -> entry.type().startsWith("organisation."));
        }
    }

    @Test
    void whatCannotBeLoggedIsNotDone() throws Exception {
        try (var server = TestServer.everybody(home)) {
            Api operator = server.signedIn(OPERATOR);
            server.archive("org_other").breakLog(true);
            assertThat(operator.send("PATCH", "/organisations/org_other", "{\"seats\":3,\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(503);
            assertThat(operator.get("/organisations")
                            .json()
                            .get("data")
                            .get(1)
                            .get("seats")
                            .isNull())
                    .isTrue();
            server.archive().breakLog(true);
            assertThat(operator.post("/organisations", second()).status()).isEqualTo(503);
            assertThat(operator.get("/organisations").json().get("data").size()).isEqualTo(2);
        }
    }

    @Test
    void anOrganisationWhoseArchiveCannotBeMadeIsNotThere() throws Exception {
        var broken = new AtomicBoolean();
        org.muniment.server.setup.SetUp.direct(
                TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        try (var server = TestServer.over(
                settings -> {
                    if (broken.get()) {
                        throw new IOException("no room for keys");
                    }
                    return Archives.open(settings);
                },
                home)) {
            broken.set(true);
            Api operator = server.signedIn(TestServer.POSTMASTER);
            assertThat(operator.post("/organisations", second()).status()).isBetween(500, 503);
            assertThat(operator.get("/organisations").json().get("data").size()).isEqualTo(1);
            broken.set(false);
            assertThat(operator.post("/organisations", second()).status()).isEqualTo(201);
        }
    }

    @Test
    void theLogSaysThatMakingItFailed() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        List<MemoryArchive> opened = new ArrayList<>();
        try (var server = TestServer.over(
                settings -> {
                    if (!opened.isEmpty()) {
                        throw new IOException("no room for keys");
                    }
                    opened.add(new MemoryArchive(settings));
                    return opened.getFirst();
                },
                home)) {
            server.signedIn(TestServer.POSTMASTER).post("/organisations", second());
            List<LogEntry> entries = opened.getFirst().entries().stream()
                    .filter(one -> one.type().startsWith("organisation."))
                    .toList();
            assertThat(entries)
                    .extracting(LogEntry::type)
                    .containsExactly("organisation.create", "organisation.failed");
            assertThat(entries.getLast().detail())
                    .containsEntry("object", entries.getFirst().detail().get("object"))
                    .containsEntry("problem", "no room for keys");
        }
    }

    @Test
    void archivingCannotBeTurnedOnAfterTheServiceHasEnded() throws Exception {
        try (var server =
                TestServer.everybody(home, LocalDate.now(ZoneOffset.UTC).minusDays(1))) {
            JsonNode other = server.signedIn(OPERATOR)
                    .get("/organisations")
                    .json()
                    .get("data")
                    .get(1);
            assertThat(other.get("service_ended").asBoolean()).isTrue();
            assertThat(other.get("days_left").asInt()).isZero();
            Api administrator =
                    server.signedIn(TestServer.addressOf(Role.ARCHIVE_ADMINISTRATOR, TestServer.OTHER_DOMAIN));
            Api.Answer answer = administrator.send("PATCH", "/archive", "{\"enabled\":true,\"reason\":\"a try\"}");
            assertThat(answer.status()).isEqualTo(409);
            server.signedIn(OPERATOR)
                    .send("PATCH", "/organisations/org_other", "{\"service_ends\":null,\"reason\":\"longer\"}");
            assertThat(administrator
                            .send("PATCH", "/archive", "{\"enabled\":true,\"reason\":\"a try\"}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void theEndOfTheServiceIsWarnedOfAndThenAnAlarmAndCountedUnderItsOwnName() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        try (var server = TestServer.over(Archives::open, home)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", "{\"enabled\":true,\"reason\":\"a test\"}");
            JsonNode endless = api.get("/status").json().get("service");
            assertThat(endless.get("state").asString()).isEqualTo("running");
            assertThat(endless.get("last_day").isNull()).isTrue();
        }
        String id = onlyOrganisation();
        TestServer.endService(home, id, today.plusDays(30));
        assertService("running", today.plusDays(30), 31);
        TestServer.endService(home, id, today.plusDays(29));
        assertService("ending", today.plusDays(29), 30);
        TestServer.endService(home, id, today.minusDays(1));
        assertService("ended", today.minusDays(1), 0);
        try (var server = TestServer.over(Archives::open, home)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            server.listener()
                    .receiver()
                    .receive(
                            new Envelope("eve@elsewhere.example", List.of("ada@example.org"), null, null, null),
                            new MemoryMessage(Api.mail("too late")));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api.get("/status").json().get("balanced").asBoolean());
            assertThat(api.get("/archive/rules").json().get("left_out").toString())
                    .isEqualTo("{\"service-ended\":1}");
            JsonNode days = api.get("/stats/coverage?from=" + today + "&to=" + today)
                    .json()
                    .get("data");
            assertThat(days.get(0).get("not_kept").asInt()).isEqualTo(1);
            JsonNode notes = api.post("/searches", Map.of("query", "", "time_range", Map.of("all", true)))
                    .json()
                    .get("notes");
            assertThat(notes.get(0).get("code").asString()).isEqualTo("archiving-off");
            assertThat(notes.get(0).get("count").asInt()).isEqualTo(1);
        }
    }

    private String onlyOrganisation() throws Exception {
        try (Database database = Database.open(new Home(home))) {
            return new Organisations(database).first().orElseThrow().id();
        }
    }

    private void assertService(String state, LocalDate lastDay, int daysLeft) throws Exception {
        try (var server = TestServer.over(Archives::open, home)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            JsonNode service = api.get("/status").json().get("service");
            assertThat(service.get("state").asString()).isEqualTo(state);
            assertThat(service.get("last_day").asString()).isEqualTo(lastDay.toString());
            assertThat(service.get("days_left").asInt()).isEqualTo(daysLeft);
            JsonNode summary = api.get("/archive").json();
            assertThat(summary.get("service")).isEqualTo(service);
            assertThat(summary.get("enabled").asBoolean()).isEqualTo(!state.equals("ended"));
        }
    }

    @Test
    void archivingIsOffFromTheStartWhenTheServiceEndedMeanwhile() throws Exception {
        try (var server = TestServer.everybody(home, LocalDate.now(ZoneOffset.UTC))) {
            server.signedIn(TestServer.addressOf(Role.ARCHIVE_ADMINISTRATOR, TestServer.OTHER_DOMAIN))
                    .send("PATCH", "/archive", "{\"enabled\":true,\"reason\":\"the last day\"}");
        }
        TestServer.endService(home, "org_other", LocalDate.now(ZoneOffset.UTC).minusDays(1));
        try (var server = TestServer.again(home)) {
            LogEntry entry = newest(server, "org_other");
            assertThat(entry.type()).isEqualTo("archive.disable");
            assertThat(entry.actor().name()).isEqualTo("system:service-term");
            JsonNode periods = server.signedIn(TestServer.addressOf(Role.AUDITOR, TestServer.OTHER_DOMAIN))
                    .get("/archive/periods")
                    .json()
                    .get("data");
            assertThat(periods.get(0).get("ended_by").asString()).isEqualTo("system:service-term");
        }
    }
}
