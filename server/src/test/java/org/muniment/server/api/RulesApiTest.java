package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Rules;
import org.muniment.server.database.Role;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

class RulesApiTest {
    @TempDir
    private Path home;

    private TestServer server;
    private Api administrator;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.everybody(home);
        administrator = as(Role.ARCHIVE_ADMINISTRATOR);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Api as(Role role) throws Exception {
        return server.signedIn(TestServer.addressOf(role, "example.org"));
    }

    private Api.Answer change(Map<String, Object> settings) throws Exception {
        return administrator.send("PATCH", "/archive/rules", settings);
    }

    private Rules archived() {
        return server.archive().settings().rules().get();
    }

    @Test
    void sixteenRulesAreToldInOrderWithExamplesForWhoMaySearchOnly() throws Exception {
        JsonNode rules = administrator.get("/archive/rules").json();
        assertThat(rules.at("/data")).hasSize(16);
        for (int i = 0; i < 16; i++) {
            JsonNode rule = rules.at("/data/" + i);
            assertThat(rule.get("number").asInt()).isEqualTo(i + 1);
            assertThat(rule.get("text").asString()).isNotBlank();
        }
        assertThat(rules.at("/data/3/kind").asString()).isEqualTo("setting");
        assertThat(rules.at("/data/3/last_days").asInt()).isZero();
        assertThat(rules.at("/data/6/example").asString()).isEqualTo("is:system");
        assertThat(rules.at("/data/10/last_days").isNull()).isTrue();

        for (Role role : List.of(Role.POSTMASTER, Role.AUDITOR)) {
            JsonNode seen = as(role).get("/archive/rules").json();
            assertThat(seen.at("/data")).hasSize(16);
            assertThat(seen.at("/data").valueStream())
                    .allMatch(rule -> rule.get("example").isNull());
        }
        assertThat(as(Role.OPERATOR).get("/archive/rules").status()).isEqualTo(403);
        assertThat(as(Role.REVIEWER).get("/archive/rules").status()).isEqualTo(403);
    }

    @Test
    void settingsHoldFromTheNextMailOnAndAreLogged() throws Exception {
        Api.Answer changed = change(Map.of(
                "monitors",
                List.of(" Watch@Example.org ", "watch@example.org"),
                "marker_headers",
                List.of("X-Monitor-Copy"),
                "separate_send",
                "by_transaction",
                "reason",
                "Supervision."));

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().at("/settings/monitors").toString()).isEqualTo("[\"watch@example.org\"]");
        assertThat(archived().monitors().addresses()).containsExactly("watch@example.org");
        assertThat(archived().monitors().markers()).containsExactly("x-monitor-copy");
        assertThat(archived().separateSend()).isEqualTo(Rules.SeparateSend.BY_TRANSACTION);
        LogEntry entry = server.archive().entries().getLast();
        assertThat(entry.type()).isEqualTo("archive.settings");
        assertThat(entry.detail())
                .containsEntry("reason", "Supervision.")
                .containsEntry("before.monitors", "")
                .containsEntry("after.monitors", "watch@example.org")
                .containsEntry("after.marker_headers", "x-monitor-copy")
                .containsEntry("before.separate_send", "by_header");

        assertThat(change(Map.of("separate_send", "by_header", "reason", "Back."))
                        .status())
                .isEqualTo(200);
        assertThat(archived().monitors().addresses()).containsExactly("watch@example.org"); // what is left out stays
        assertThat(archived().separateSend()).isEqualTo(Rules.SeparateSend.BY_HEADER);
    }

    @Test
    void whatCannotBeLoggedIsNotChanged() throws Exception {
        server.archive().breakLog(true);
        assertThat(change(Map.of("monitors", List.of("watch@example.org"), "reason", "Supervision."))
                        .status())
                .isEqualTo(503);
        server.archive().breakLog(false);
        assertThat(archived().monitors().addresses()).isEmpty();
    }

    @Test
    void settingsOutlastARestart() throws Exception {
        change(Map.of("monitors", List.of("watch@example.org"), "reason", "Supervision."));
        server.close();
        server = TestServer.again(home);
        assertThat(archived().monitors().addresses()).containsExactly("watch@example.org");
    }

    @Test
    void anotherOrganisationKeepsItsOwn() throws Exception {
        change(Map.of("monitors", List.of("watch@example.org"), "reason", "Supervision."));
        Api other = server.signedIn(TestServer.addressOf(Role.ARCHIVE_ADMINISTRATOR, TestServer.OTHER_DOMAIN));
        assertThat(other.get("/archive/rules").json().at("/settings/monitors")).isEmpty();
        assertThat(server.archive("org_other")
                        .settings()
                        .rules()
                        .get()
                        .monitors()
                        .addresses())
                .isEmpty();
    }

    @Test
    void onlyTheArchiveAdministratorChangesThem() throws Exception {
        for (Role role : Role.values()) {
            if (role != Role.ARCHIVE_ADMINISTRATOR) {
                assertThat(as(role).send("PATCH", "/archive/rules", Map.of("monitors", List.of(), "reason", "x"))
                                .status())
                        .as(role.key())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void whatIsWrongIsNamedAndChangesNothing() throws Exception {
        refused("/reason", Map.of("monitors", List.of()));
        refused("/reason", Map.of("monitors", List.of(), "reason", "x".repeat(1_001)));
        refused("/monitors/1", Map.of("monitors", List.of("a@example.org", "nobody"), "reason", "x"));
        refused("/monitors/0", Map.of("monitors", List.of("a\r\nBcc: b@example.org"), "reason", "x"));
        refused("/monitors", Map.of("monitors", Collections.nCopies(101, "a@example.org"), "reason", "x"));
        refused("/marker_headers/0", Map.of("marker_headers", List.of("X-A: 1\r\nX-B"), "reason", "x"));
        refused("/marker_headers/0", Map.of("marker_headers", List.of("X".repeat(101)), "reason", "x"));
        refused("/marker_headers/0", Map.of("marker_headers", List.of("Subject"), "reason", "x"));
        refused("/marker_headers", Map.of("marker_headers", Collections.nCopies(21, "X-A"), "reason", "x"));
        refused("/separate_send", Map.of("separate_send", "sometimes", "reason", "x"));
        assertThat(archived().monitors()).isEqualTo(new org.muniment.archive.Monitors(Set.of(), Set.of()));
    }

    private void refused(String pointer, Map<String, Object> settings) throws Exception {
        Api.Answer answer = change(settings);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void chineseReadersAreToldInChinese() throws Exception {
        JsonNode rules = administrator.get("/archive/rules").json();
        assertThat(rules.at("/data/3/text").asString()).startsWith("Copies of monitored mail");
        for (var rule : org.muniment.archive.Rule.values()) {
            assertThat(org.muniment.server.language.Message.of("rule." + rule.key())
                            .in(org.muniment.server.language.Language.CHINESE))
                    .matches(text -> text.codePoints().anyMatch(Character::isIdeographic));
        }
    }
}
