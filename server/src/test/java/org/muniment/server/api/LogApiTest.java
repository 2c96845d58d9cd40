package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Actor;
import org.muniment.server.database.Role;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** One server for all; each test looks for what it wrote itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogApiTest {
    private static final Actor ADA = new Actor(TestServer.ADMINISTRATOR, "192.0.2.7");

    private TestServer server;
    private Api ada;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.everybody(folder);
        ada = server.signedIn(TestServer.ADMINISTRATOR);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("data")
                .valueStream()
                .map(one -> one.get("id").asString())
                .toList();
    }

    private static List<String> texts(JsonNode page, String field) {
        return page.get("data")
                .valueStream()
                .map(one -> one.get(field).asString())
                .toList();
    }

    @Test
    void filtersNarrowWhatIsShownAndTheReadingIsAnEntryItself() throws Exception {
        ada.post("/searches", Map.of("query", "Vertrag", "time_range", Map.of("all", true)));
        JsonNode found = ada.get("/log?admin=ada&from=2026-01-01&keywords=vertrag&type=search.*")
                .json();
        assertThat(texts(found, "type")).containsExactly("search.run");
        assertThat(texts(found, "sentence").getFirst()).startsWith("ada@example.org searched “Vertrag”");
        assertThat(found.at("/total/value").asInt()).isEqualTo(1);
        assertThat(found.at("/total/relation").asString()).isEqualTo("eq");

        JsonNode readings = ada.get("/log?type=log.query&keywords=vertrag").json();
        assertThat(ids(readings)).hasSize(2).contains(found.get("audit_entry").asString());
        assertThat(texts(readings, "sentence").getLast())
                .isEqualTo("ada@example.org read the archive log, administrator ada, from 2026-01-01,"
                        + " keywords “vertrag”, type search.*");
        assertThat(ids(ada.get("/log?type=search.*&result=denied").json())).isEmpty();
        assertThat(ids(ada.get("/log?to=2001-01-01").json())).isEmpty();
        assertThat(ids(ada.get("/log?admin=nobody").json())).isEmpty();
        assertThat(ids(ada.get("/log?ip=192.0.2.99").json())).isEmpty();
        assertThat(ids(ada.get("/log?has_reason=true&keywords=vertrag").json())).isEmpty();
        String run = found.get("data").get(0).get("object").asString();
        assertThat(texts(ada.get("/log?object=" + run).json(), "type")).contains("search.run");
    }

    @Test
    void pagesGoOnByTheirCursorAndHoldEachEntryOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            server.archive().log(ADA, "paging.test", Map.of("message", "w1-" + i));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = ada.get("/log?type=paging.test&limit=5" + cursor).json();
            seen.addAll(texts(page, "object"));
            JsonNode next = page.get("next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(seen)
                .hasSize(12)
                .doesNotHaveDuplicates()
                .startsWith("msg_w1-11")
                .endsWith("msg_w1-0");
    }

    @Test
    void everythingComesAsCsvAndAsLines() throws Exception {
        server.archive().log(ADA, "csv.test", Map.of("query", "=1+1", "reason", "=cmd|'/c calc'!A1"));
        String csv = new String(download("/log?type=csv.test", "text/csv").bytes(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"time\",\"administrator\",\"type\",\"what\"");
        assertThat(csv).contains("\"'=cmd|'/c calc'!A1\"");
        assertThat(csv.lines()).hasSize(2);
        String lines = download("/log?type=csv.test", "application/x-ndjson").text();
        assertThat(Api.parsed(lines).get("type").asString()).isEqualTo("csv.test");
        assertThat(texts(ada.get("/log?type=log.download&keywords=csv.test").json(), "sentence"))
                .hasSize(2)
                .first()
                .asString()
                .contains("as ndjson", "type csv.test");
    }

    private Api.Answer download(String path, String accept) throws Exception {
        return ada.call("GET", path, BodyPublishers.noBody(), Map.of("Accept", accept));
    }

    @Test
    void programsReadOnBehindTheEntryTheyHave() throws Exception {
        String first = server.archive()
                .log(ADA, "message.view", Map.of("message", "w1-1"))
                .id();
        server.archive().log(ADA, "message.view", Map.of("message", "w1-2"));
        server.archive().log(ADA, "message.view", Map.of("message", "w1-3"));
        JsonNode behind = ada.get("/log?type=message.*&after=log_" + first).json();
        assertThat(texts(behind, "object")).containsExactly("msg_w1-2", "msg_w1-3");
        assertThat(ada.get("/log?after=log_w1-999999").status()).isEqualTo(404);
        assertThat(ada.get("/log?follow=true").status()).isEqualTo(422);
    }

    @Test
    void whoFollowsGetsWhatComes() throws Exception {
        try (var lines = ada.stream("/log?follow=true&type=message.*", Map.of("Accept", "application/x-ndjson"))) {
            server.archive().log(ADA, "message.view", Map.of("message", "w1-77"));
            var reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8));
            String line = reader.readLine();
            while (line.isEmpty()) {
                line = reader.readLine();
            }
            assertThat(Api.parsed(line).get("object").asString()).isEqualTo("msg_w1-77");
        }
    }

    @Test
    void anEntryShowsAllOfItself() throws Exception {
        String id = server.archive()
                .log(ADA, "future.change", Map.of("before.seats", "5", "after.seats", "9"))
                .id();
        JsonNode entry = ada.get("/log/log_" + id).json();
        assertThat(entry.at("/before/seats").asString()).isEqualTo("5");
        assertThat(entry.at("/after/seats").asString()).isEqualTo("9");
        assertThat(entry.at("/evidence/leaf_index").asLong()).isPositive();
        assertThat(entry.get("place").asLong()).isPositive();
        assertThat(ada.get("/log/log_w1-999999").status()).isEqualTo(404);
        assertThat(ada.get("/log/nonsense").status()).isEqualTo(404);
    }

    @Test
    void aReviewerAndOnlySheReadsHerOwnEntriesAlone() throws Exception {
        Api reviewer = server.signedIn(TestServer.addressOf(Role.REVIEWER, "example.org"));
        JsonNode own = reviewer.get("/log").json();
        assertThat(texts(own, "administrator"))
                .isNotEmpty()
                .containsOnly(TestServer.addressOf(Role.REVIEWER, "example.org"));
        assertThat(texts(reviewer.get("/log?admin=ada").json(), "administrator"))
                .containsOnly(TestServer.addressOf(Role.REVIEWER, "example.org"));
        String other = server.archive()
                .log(ADA, "message.view", Map.of("message", "w1-1"))
                .id();
        assertThat(reviewer.get("/log/log_" + other).status()).isEqualTo(404);
        assertThat(reviewer.get("/log?after=log_" + other).status()).isEqualTo(404);
        assertThat(reviewer.get("/log/types").json().get("administrators").size())
                .isEqualTo(1);
        for (String role : List.of(
                TestServer.POSTMASTER,
                TestServer.addressOf(Role.AUDITOR, "example.org"),
                TestServer.addressOf(Role.OPERATOR, "example.org"))) {
            assertThat(texts(server.signedIn(role).get("/log").json(), "administrator"))
                    .as(role)
                    .contains(TestServer.ADMINISTRATOR);
        }
    }

    @Test
    void anotherOrganisationsLogDoesNotExist() throws Exception {
        Api stranger = server.signedIn(TestServer.addressOf(Role.AUDITOR, TestServer.OTHER_DOMAIN));
        String id = server.archive()
                .log(ADA, "message.view", Map.of("message", "w1-1"))
                .id();
        assertThat(stranger.get("/log").text()).doesNotContain(TestServer.ADMINISTRATOR);
        assertThat(stranger.get("/log/types").text()).doesNotContain(TestServer.ADMINISTRATOR);
        assertThat(texts(stranger.get("/log?admin=" + TestServer.ADMINISTRATOR).json(), "id"))
                .isEmpty();
        assertThat(stranger.get("/log/log_" + id).status()).isEqualTo(404);
    }

    @Test
    void thePostmasterSeesTypedTermsButNothingReadOutOfMail() throws Exception {
        server.archive().log(ADA, "search.run", Map.of("query", "Layoffs"));
        String id = server.archive()
                .log(ADA, "message.attachment", Map.of("message", "w1-1", "number", "1", "name", "Layoffs.xlsx"))
                .id();
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        assertThat(texts(postmaster.get("/log?keywords=layoffs&admin=ada").json(), "type"))
                .containsExactly("search.run");
        for (String path : List.of("/log?type=message.*", "/log/log_" + id)) {
            assertThat(postmaster.get(path).text()).doesNotContain("Layoffs");
        }
        for (String accept : List.of("text/csv", "application/x-ndjson")) {
            Api.Answer all =
                    postmaster.call("GET", "/log?type=message.*", BodyPublishers.noBody(), Map.of("Accept", accept));
            assertThat(all.text()).contains("msg_w1-1").doesNotContain("Layoffs");
        }
        Api auditor = server.signedIn(TestServer.addressOf(Role.AUDITOR, "example.org"));
        assertThat(texts(auditor.get("/log?keywords=layoffs.xlsx").json(), "type"))
                .contains("message.attachment");
        assertThat(auditor.get("/log/log_" + id).text()).contains("Layoffs.xlsx");
    }

    @Test
    void reasonAndCaseOfARequestAreInItsEntries() throws Exception {
        Map<String, String> headers = Map.of(
                "Content-Type", "application/json",
                "Audit-Reason",
                        "UTF-8''"
                                + URLEncoder.encode("审计 要求", StandardCharsets.UTF_8)
                                        .replace("+", "%20"),
                "Audit-Case", "case_7");
        ada.call(
                "POST",
                "/searches",
                BodyPublishers.ofString("{\"query\":\"x\",\"time_range\":{\"all\":true}}"),
                headers);
        JsonNode found = ada.get("/log?case=case_7&has_reason=true").json();
        assertThat(texts(found, "type")).containsExactly("search.run");
        assertThat(texts(found, "reason")).containsExactly("审计 要求");
        ada.post("/searches", Map.of("query", "x", "time_range", Map.of("all", true)));
        JsonNode next = ada.get("/log?type=search.run&limit=1").json();
        assertThat(next.get("data").get(0).get("reason").isNull()).isTrue(); // nothing is left behind
    }

    @Test
    void aReasonThatCannotBeUsedStopsTheRequest() throws Exception {
        for (String reason : List.of("x".repeat(1_001), "UTF-8''a%0D%0Ab", "UTF-8''%00", "UTF-8''%", "UTF-8''%FF%E2")) {
            Api.Answer answer = ada.call("GET", "/log", BodyPublishers.noBody(), Map.of("Audit-Reason", reason));
            boolean harmless = reason.endsWith("%FF%E2"); // shown as what cannot be read
            assertThat(answer.status()).as(reason).isEqualTo(harmless ? 200 : 422);
        }
        for (String matter : List.of("case 7", "x".repeat(81), "<b>")) {
            Api.Answer answer = ada.call("GET", "/log", BodyPublishers.noBody(), Map.of("Audit-Case", matter));
            assertThat(answer.status()).as(matter).isEqualTo(422);
        }
    }

    @Test
    void whatCannotBeAskedIsRefusedWithTheNameOfTheField() throws Exception {
        for (String wrong : List.of(
                "from=yesterday",
                "tz=Mars",
                "type=;drop",
                "result=maybe",
                "has_reason=1",
                "limit=0",
                "limit=501",
                "limit=x",
                "cursor=%21",
                "cursor=MTI",
                "nonsense=1",
                "keywords=" + "a+".repeat(21),
                "admin=" + "a".repeat(1_001),
                "type=a,b&type=c")) {
            Api.Answer answer = ada.get("/log?" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            String field = wrong.substring(0, wrong.indexOf('='));
            assertThat(answer.json().at("/errors/0/pointer").asString())
                    .as(wrong)
                    .contains(field);
        }
        assertThat(ada.get("/log?keywords=%25_!'--").json().get("data").size()).isLessThanOrEqualTo(1);
    }

    @Test
    void nothingIsShownWhenTheReadingCannotBeLogged() throws Exception {
        server.archive().breakLog(true);
        try {
            for (String path : List.of("/log", "/log/log_w1-1", "/log/verify")) {
                assertThat(ada.get(path).code()).as(path).isEqualTo("audit-unavailable");
            }
        } finally {
            server.archive().breakLog(false);
        }
    }

    @Test
    void theComparisonSaysThatAllIsWell() throws Exception {
        JsonNode done = ada.get("/log/verify").json();
        assertThat(done.get("intact").asBoolean()).isTrue();
        assertThat(done.get("entries").asLong()).isPositive();
        assertThat(server.local().get("/log/verify").json().get("intact").asBoolean())
                .isTrue();
        assertThat(server.signedIn(TestServer.addressOf(Role.REVIEWER, "example.org"))
                        .get("/log/verify")
                        .status())
                .isEqualTo(403);
        assertThat(server.local().post("/log:rebuild", "{}").status()).isEqualTo(202);
        assertThat(ada.get("/log/verify").json().get("intact").asBoolean()).isTrue();
    }

    @Test
    void nothingIsMadeAgainWhileItIsComparedAndOtherOrganisationsDoNotWait() throws Exception {
        Api stranger = server.signedIn(TestServer.addressOf(Role.AUDITOR, TestServer.OTHER_DOMAIN));
        List<Integer> answers = new ArrayList<>();
        server.archive().whenLogging(type -> {
            if (type.equals("log.verify")) {
                server.archive().whenLogging(_ -> {});
                answers.add(answered(() -> ada.post("/log:rebuild", "{}")));
                answers.add(answered(() -> ada.get("/log/verify")));
                answers.add(answered(() -> stranger.get("/log/verify")));
                answers.add(answered(() -> stranger.post("/log:rebuild", "{}")));
            }
        });
        assertThat(ada.get("/log/verify").json().get("intact").asBoolean()).isTrue();
        assertThat(answers).containsExactly(409, 409, 200, 202);
        assertThat(ada.post("/log:rebuild", "{}").status()).isEqualTo(202);
    }

    private static int answered(Callable<Api.Answer> request) {
        try {
            return request.call().status();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsRefusedSucceedsOrFailsAtTheDoorIsInTheLog() throws Exception {
        server.nobody().post("/sessions", Map.of("address", TestServer.ADMINISTRATOR, "password", "wrong password"));
        Api postmaster = server.signedIn(TestServer.POSTMASTER);
        postmaster.post("/searches", Map.of());
        postmaster.send("DELETE", "/sessions/current", "");
        JsonNode log = ada.get("/log?limit=500").json();
        assertThat(texts(log, "type")).contains("auth.failed", "auth.sign_in", "auth.sign_out", "access.denied");
        assertThat(texts(ada.get("/log?result=denied").json(), "sentence").getFirst())
                .isEqualTo("post@example.org was refused: POST /api/v1/searches (forbidden)");
        assertThat(texts(ada.get("/log?result=failed").json(), "type")).contains("auth.failed");
    }
}
