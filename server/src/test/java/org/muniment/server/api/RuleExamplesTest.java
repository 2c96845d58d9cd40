package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** The searches that the rules offer as examples find what the rules were applied to, and nothing else. */
class RuleExamplesTest {
    private static final String ATTACHED = """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=x

            --x
            Content-Type: text/plain

            See the table.
            --x
            Content-Type: application/pdf
            Content-Disposition: attachment; filename=table.pdf

            %PDF
            --x--
            """;

    /** Every example there is, and the subjects of the mails it finds. */
    private static final Map<String, Set<String>> FOUND = Map.of(
            "is:autoreply OR is:forwarded OR is:spam", Set.of("away", "passed on", "buy now"),
            "is:system", Set.of("undelivered"),
            "has:attachment", Set.of("table"));

    @TempDir
    private Path home;

    @Test
    void everyExampleFindsMailOfItsRuleAlone() throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        try (var server = TestServer.over(Archives::open, home)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "a test"));
            arrive(server, "plain", "eve@elsewhere.example", "\nHello.\n");
            arrive(server, "away", "eve@elsewhere.example", "Auto-Submitted: auto-replied\n\nI am away.\n");
            arrive(server, "passed on", "eve@elsewhere.example", "Resent-From: eve@elsewhere.example\n\nSee below.\n");
            arrive(server, "buy now", "eve@elsewhere.example", "X-Spam-Flag: YES\n\nCheap.\n");
            arrive(server, "undelivered", "", "\nIt could not be delivered.\n");
            arrive(server, "table", "eve@elsewhere.example", ATTACHED);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api.get("/status").json().get("balanced").asBoolean());

            JsonNode rules = api.get("/archive/rules").json().get("data");
            assertThat(examples(rules)).isEqualTo(FOUND.keySet());
            for (String example : FOUND.keySet()) {
                assertThat(subjects(api, example)).as(example).isEqualTo(FOUND.get(example));
            }
            Map<Integer, Integer> counted = new HashMap<>();
            rules.forEach(rule -> counted.put(
                    rule.get("number").asInt(), rule.get("last_days").asInt(0)));
            assertThat(counted).containsEntry(5, 3).containsEntry(7, 1);
        }
    }

    private static Set<String> examples(JsonNode rules) {
        return rules.valueStream()
                .filter(rule -> !rule.get("example").isNull())
                .map(rule -> rule.get("example").asString())
                .collect(Collectors.toSet());
    }

    private static Set<String> subjects(Api api, String query) throws Exception {
        Api.Answer answer = api.post("/searches", Map.of("query", query, "time_range", Map.of("all", true)));
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json()
                .get("data")
                .valueStream()
                .map(hit -> hit.get("subject").asString())
                .collect(Collectors.toSet());
    }

    private static void arrive(TestServer server, String subject, String sender, String rest) throws Exception {
        String mail = "From: eve@elsewhere.example\nTo: ada@example.org\nSubject: " + subject + "\n" + rest;
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        server.listener()
                .receiver()
                .receive(new Envelope(sender, List.of("ada@example.org"), null, null, null), new MemoryMessage(bytes));
    }
}
