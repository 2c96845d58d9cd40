package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/** Where an organisation wants to know why somebody reads, nothing is shown before it is told. */
class ReasonPolicyTest {
    private static final Map<String, Object> SEARCH = Map.of("query", "offer", "time_range", Map.of("all", true));
    private static final String SEARCH_TEXT = "{\"query\":\"offer\",\"time_range\":{\"all\":true}}";

    private TestServer server;
    private Api postmaster;
    private Api ada;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        server = TestServer.setUp(folder, SecondFactor.OPTIONAL);
        postmaster = server.signedIn(TestServer.POSTMASTER);
        ada = server.signedIn(TestServer.ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void require() throws Exception {
        Api.Answer changed =
                postmaster.send("PATCH", "/policy", Map.of("reason_required", true, "reason", "the works council"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().get("reason_required").asBoolean()).isTrue();
    }

    private LogEntry newest() {
        return server.archive().entries().getLast();
    }

    @Test
    void nobodyIsAskedUntilThePolicySaysSo() throws Exception {
        assertThat(postmaster.get("/policy").json().get("reason_required").asBoolean())
                .isFalse();
        assertThat(ada.post("/searches", SEARCH).status()).isEqualTo(201);
        require();
        assertThat(newest().type()).isEqualTo("admin.policy");
        assertThat(newest().detail())
                .containsEntry("before.reason_required", "false")
                .containsEntry("after.reason_required", "true");
        assertThat(ada.post("/searches", SEARCH).code()).isEqualTo("reason-required");
    }

    @Test
    void everythingThatShowsMailIsRefusedAndTheRefusalLogged() throws Exception {
        require();
        Map<String, Object> export = Map.of("ids", List.of("msg_w1-1"));
        List<Api.Answer> answers = new ArrayList<>();
        answers.add(ada.post("/searches", SEARCH));
        answers.add(ada.get("/searches/srch_w1-1/results"));
        answers.add(ada.post("/searches/srch_w1-1/snippets", Map.of("ids", List.of("msg_w1-1"))));
        for (String part : List.of("", "/headers", "/text", "/render", "/raw", "/evidence", "/attachments/1")) {
            answers.add(ada.get("/messages/msg_w1-1" + part));
        }
        answers.add(ada.get("/messages/msg_w1-1/sightings/msg_w1-2/raw"));
        answers.add(ada.post("/exports", export));
        answers.add(ada.get("/exports/exp_w1-1/zip"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(428);
            assertThat(answer.code()).isEqualTo("reason-required");
        });
        assertThat(newest().type()).isEqualTo("access.denied");
        assertThat(newest().detail()).containsEntry("code", "reason-required");
        assertThat(ada.get("/archive").status()).as("what shows no mail").isEqualTo(200);
        assertThat(postmaster.get("/log").status()).isEqualTo(200);
    }

    @Test
    void aReasonOrACaseIsSaidOnceForASessionAndStandsInItsEntries() throws Exception {
        require();
        Api other = server.signedIn(TestServer.ADMINISTRATOR);
        Api.Answer said = ada.send("PUT", "/me/purpose", Map.of("reason", " Quarterly review ", "case", "case_7"));
        assertThat(said.json().get("reason").asString()).isEqualTo("Quarterly review");
        assertThat(newest().type()).isEqualTo("auth.purpose");
        assertThat(ada.post("/searches", SEARCH).status()).isEqualTo(201);
        assertThat(newest().type()).isEqualTo("search.run");
        assertThat(newest().detail())
                .containsEntry("reason", "Quarterly review")
                .containsEntry("case", "case_7");
        assertThat(ada.get("/me").json().at("/purpose/case").asString()).isEqualTo("case_7");

        assertThat(ada.call(
                                "POST",
                                "/searches",
                                BodyPublishers.ofString(SEARCH_TEXT),
                                Map.of("Content-Type", "application/json", "Audit-Reason", "something else"))
                        .status())
                .isEqualTo(201);
        assertThat(newest().detail()).containsEntry("reason", "something else").doesNotContainKey("case");
        ada.send("PUT", "/me/purpose", Map.of("case", "case_8"));
        assertThat(newest().detail()).containsEntry("case", "case_8").doesNotContainKey("reason");

        assertThat(other.post("/searches", SEARCH).status())
                .as("another session")
                .isEqualTo(428);
        assertThat(other.get("/me").json().at("/purpose/reason").isNull()).isTrue();
    }

    @Test
    void aProgramSaysItWithItsRequest() throws Exception {
        String token = ada.post("/tokens", Map.of("name", "a program", "scopes", List.of("search:run")))
                .json()
                .get("token")
                .asString();
        require();
        var program = new Api(ada.url(), "Bearer " + token);
        assertThat(program.post("/searches", SEARCH).status()).isEqualTo(428);
        assertThat(program.call(
                                "POST",
                                "/searches",
                                BodyPublishers.ofString(SEARCH_TEXT),
                                Map.of("Content-Type", "application/json", "Audit-Case", "case_9"))
                        .status())
                .isEqualTo(201);
        assertThat(newest().detail()).containsEntry("case", "case_9");
        assertThat(program.send("PUT", "/me/purpose", Map.of("case", "case_9")).status())
                .isEqualTo(403);
    }

    @Test
    void whatCannotStandInTheLogIsRefusedByItsField() throws Exception {
        refused("/reason", Map.of());
        refused("/reason", Map.of("reason", " ", "case", ""));
        refused("/reason", Map.of("reason", "x".repeat(1_001)));
        refused("/reason", Map.of("reason", "two\nlines"));
        refused("/case", Map.of("case", "case 7"));
        refused("/case", Map.of("case", "c".repeat(81)));
        assertThat(ada.get("/me").json().at("/purpose/reason").isNull()).isTrue();
    }

    private void refused(String pointer, Map<String, Object> purpose) throws Exception {
        Api.Answer answer = ada.send("PUT", "/me/purpose", purpose);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }
}
