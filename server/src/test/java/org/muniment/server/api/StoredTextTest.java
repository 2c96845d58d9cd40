package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

/**
 * Names and reasons that are scripts or formulas: they come back as the text that was written, declared as data that no
 * browser takes for a page, and a spreadsheet computes none of them.
 */
class StoredTextTest {
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    private static final String FORMULA = "=HYPERLINK(\"https://evil.example\",\"click\")";
    private static final String AUDITED = "+cmd|' ' !A1";

    @TempDir
    private static Path home;

    private static TestServer server;
    private static Api postmaster;
    private static Api administrator;

    @BeforeAll
    static void write() throws Exception {
        server = TestServer.setUp(home, SecondFactor.OPTIONAL);
        postmaster = server.signedIn(TestServer.POSTMASTER);
        administrator = server.signedIn(TestServer.ADMINISTRATOR);
        done(postmaster.post("/departments", Map.of("name", SCRIPT.replace('/', '\\'))));
        String formulas = done(postmaster.post("/departments", Map.of("name", FORMULA.replace('/', '\\'))))
                .json()
                .get("id")
                .asString();
        done(postmaster.post("/directory/accounts", Map.of("address", "s@example.org", "name", SCRIPT)));
        done(postmaster.post(
                "/directory/accounts",
                Map.of("address", "f@example.org", "name", FORMULA, "departments", List.of(formulas))));
        Map<String, Object> organisation = new HashMap<>(Map.of(
                "name",
                SCRIPT,
                "domains",
                List.of("second.example"),
                "postmaster",
                Map.of("address", "p@second.example", "password", "four sleepy tugboat cooks"),
                "reason",
                SCRIPT));
        done(postmaster.post("/organisations", organisation));
        done(administrator.send("PATCH", "/archive", Map.of("enabled", true, "reason", FORMULA)));
        done(administrator.post("/accounts:open", Map.of("addresses", List.of("f@example.org"), "reason", AUDITED)));
        done(postmaster.post(
                "/admins",
                Map.of("address", "x@example.org", "name", SCRIPT, "roles", List.of("auditor"), "reason", SCRIPT)));
    }

    private static Api.Answer done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Api.Answer read(Api who, String path, String type) throws Exception {
        return done(who.call("GET", path, BodyPublishers.noBody(), Map.of("Accept", type)));
    }

    @Test
    void aScriptComesBackAsDataThatNoBrowserRuns() throws Exception {
        for (String path :
                List.of("/departments", "/directory/accounts", "/organisations", "/admins", "/log?keywords=alert")) {
            Api.Answer answer = read(postmaster, path, "application/json");
            assertThat(answer.text()).as(path).contains("alert(1)");
            assertThat(answer.header("Content-Type")).as(path).startsWith("application/json");
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(read(postmaster, path, "text/html,*/*").header("Content-Type"))
                    .as(path + " for a browser")
                    .startsWith("application/json");
        }
    }

    @Test
    void aSpreadsheetComputesNothingOfATable() throws Exception {
        for (String path : List.of("/log", "/accounts", "/accounts:history")) {
            Api.Answer table = read(administrator, path, "text/csv");
            assertThat(table.header("Content-Type")).as(path).startsWith("text/csv");
            assertThat(table.header("Content-Disposition")).as(path).startsWith("attachment");
            for (String line : table.text().split("\r\n", -1)) {
                assertThat(line).as(path).doesNotContainPattern("(^|,)\"?[=+@-][A-Za-z]");
            }
        }
        assertThat(read(administrator, "/log", "text/csv").text())
                .contains("\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"click\"\")\"")
                .contains("\"'" + AUDITED + "\"");
        assertThat(read(administrator, "/accounts", "text/csv").text()).contains("f@example.org");
    }

    @Test
    void theInvitedSeesTheOrganisationsNameAsText() throws Exception {
        String code = done(postmaster.post(
                        "/admins",
                        Map.of("address", "y@example.org", "name", SCRIPT, "roles", List.of("auditor"), "reason", "r")))
                .json()
                .at("/invitation/code")
                .asString();
        Api.Answer known = done(server.nobody().post("/invitations/check", Map.of("code", code)));
        assertThat(known.json().get("name").asString()).isEqualTo(SCRIPT);
        assertThat(known.header("Content-Type")).startsWith("application/json");
    }
}
