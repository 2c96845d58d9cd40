package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.LogEntry;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;

class SetUpApiTest {
    @TempDir
    private Path folder;

    @Test
    void anEmptyServerIsSetUpOnceByTheMachinesOperator() throws Exception {
        try (var server = TestServer.empty(folder)) {
            beforeSetUp(server);
            badRequests(server);
            Api.Answer made = server.local().post("/setup", body());
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            assertThat(made.json().get("organisation_id").asString()).startsWith("org_");
            afterSetUp(server);
            Api.Answer again = server.local().post("/setup", body());
            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("conflict");
        }
        assertThat(folder.resolve("run/server.json")).doesNotExist();
    }

    private void beforeSetUp(TestServer server) throws Exception {
        Path note = folder.resolve("run/server.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run"))))
                .isEqualTo("rwx------");
        assertThat(server.nobody().get("/readyz").json().get("ready").asBoolean())
                .isTrue();
        var status = server.local().get("/status").json();
        assertThat(status.get("set_up").asBoolean()).isFalse();
        assertThat(status.get("organisation").isNull()).isTrue();
        assertThat(status.get("writable").asBoolean()).isFalse();
        Api.Answer early = server.nobody().post("/sessions", Map.of("address", "a@b.org", "password", "x"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("not-set-up");
        assertThat(server.nobody().post("/setup", body()).status()).isEqualTo(401);
    }

    private static void badRequests(TestServer server) throws Exception {
        Api.Answer unknown = server.local().post("/setup", "{\"organization\":\"x\"}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("errors").get(0).get("pointer").asString())
                .isEqualTo("/organization");
        Api.Answer missing = server.local().post("/setup", "{\"organisation\":\"x\"}");
        assertThat(missing.json().get("detail").asString()).isEqualTo("The field /domains is required.");
        Api.Answer weak = server.local()
                .post(
                        "/setup",
                        Map.of(
                                "organisation", "Example",
                                "domains", List.of("example.org"),
                                "postmaster", Map.of("address", "p@example.org", "password", "short"),
                                "archive_administrator", Map.of("address", "a@example.org", "password", "tiny"),
                                "second_factor", "optional"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.json().get("errors").size()).isEqualTo(2);
    }

    private static void afterSetUp(TestServer server) throws Exception {
        var status = server.local().get("/status").json();
        assertThat(status.get("set_up").asBoolean()).isTrue();
        assertThat(status.get("archive").get("enabled").asBoolean()).isFalse();
        assertThat(status.get("archive").get("administrators").get(0).asString())
                .isEqualTo(TestServer.ADMINISTRATOR);
        assertThat(status.get("balanced").asBoolean()).isTrue();
        assertThat(status.get("smtp").get("accepted").asLong())
                .as("the listener runs now")
                .isEqualTo(3);
        LogEntry first = server.archive().entries().getFirst();
        assertThat(first.type()).isEqualTo("system.setup");
        assertThat(first.actor().name()).isEqualTo("os:tester");
    }

    private static Map<String, Object> body() {
        return Map.of(
                "organisation",
                "Example",
                "domains",
                List.of("example.org"),
                "postmaster",
                Map.of("address", TestServer.POSTMASTER, "password", TestServer.PASSWORD),
                "archive_administrator",
                Map.of("address", TestServer.ADMINISTRATOR, "password", TestServer.PASSWORD),
                "second_factor",
                "optional",
                "retention_years",
                5);
    }
}
