package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.Role;
import org.muniment.server.docs.Contract;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Every operation is open to those whom the description names, and to nobody else. */
class ContractRolesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Who calls, and under which names the description may allow it. */
    private enum Who {
        NOBODY(Set.of("anybody")),
        OPERATOR(Set.of("anybody", "any person", "operator")),
        POSTMASTER(Set.of("anybody", "any person", "postmaster")),
        ARCHIVE_ADMINISTRATOR(Set.of("anybody", "any person", "archive administrator")),
        AUDITOR(Set.of("anybody", "any person", "auditor")),
        REVIEWER(Set.of("anybody", "any person", "reviewer")),
        MACHINE(Set.of("anybody", "machine"));

        private final Set<String> names;

        Who(Set<String> names) {
            this.names = names;
        }

        boolean may(Contract.Operation operation) {
            return operation.node().path("x-roles").valueStream().anyMatch(role -> names.contains(role.asString()));
        }
    }

    private record Answer(int status, String detail) {}

    @TempDir
    private Path folder;

    @Test
    void rolesAreAsTheDescriptionSays() throws Exception {
        try (var server = TestServer.everybody(folder)) {
            for (Contract.Operation operation : ContractTest.contract().operations()) {
                boolean isSetUp = operation.path().startsWith("/setup"); // over, for everybody: see SetUpConsoleTest
                if (isSetUp) {
                    continue;
                }
                for (Who who : Who.values()) {
                    check(operation, who, call(server, operation, who));
                }
            }
        }
    }

    private static void check(Contract.Operation operation, Who who, Answer answer) {
        String what = who + " " + operation.method() + " " + operation.path() + " " + answer;
        if (who.may(operation)) {
            assertThat(answer.status()).as(what).isNotIn(403, 405, 500);
            assertThat(answer.detail()).as(what).doesNotContain("nothing that answers", "needs a signed-in person");
        } else {
            assertThat(answer.status()).as(what).isEqualTo(who == Who.NOBODY ? 401 : 403);
        }
    }

    private static Answer call(TestServer server, Contract.Operation operation, Who who) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.nobody().url() + "/api/v1" + path(operation)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", type(operation))
                .header("Tus-Resumable", "1.0.0")
                .method(operation.method(), BodyPublishers.ofString("{}"));
        String authorization = authorization(server, who);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<InputStream> response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) { // not all of it: events never end
            boolean problem =
                    response.headers().firstValue("Content-Type").orElse("").contains("problem");
            String detail = problem ? new String(body.readNBytes(2_000), StandardCharsets.UTF_8) : "";
            return new Answer(response.statusCode(), detail);
        }
    }

    /** A new sign-in for every call: one of them signs out. */
    private static String authorization(TestServer server, Who who) throws Exception {
        return switch (who) {
            case NOBODY -> "";
            case MACHINE -> server.local().authorization();
            default ->
                server.signedIn(TestServer.addressOf(Role.valueOf(who.name()), "example.org"))
                        .authorization();
        };
    }

    private static String type(Contract.Operation operation) {
        JsonNode content = operation.node().path("requestBody").path("content");
        return content.isMissingNode()
                ? "application/json"
                : content.propertyNames().iterator().next();
    }

    private static String path(Contract.Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = "{" + parameter.path("name").asString() + "}";
            path = path.replace(name, parameter.path("example").asString("1"));
        }
        return path;
    }
}
