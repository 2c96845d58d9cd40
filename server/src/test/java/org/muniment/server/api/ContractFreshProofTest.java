package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.docs.Contract;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestClock;
import org.muniment.server.testing.TestServer;

/** The description says of everything that needs a fresh proof that it does, and of nothing else. */
class ContractFreshProofTest {
    /** It ends the session that the others go on with. */
    private static final Set<String> LAST = Set.of("signOut");

    private final Contract contract = ContractTest.contract();

    @TempDir
    private Path folder;

    @Test
    void freshProofsAreAskedForWhereTheDescriptionSaysSo() throws Exception {
        var clock = new TestClock();
        try (var server = TestServer.setUp(folder, SecondFactor.OPTIONAL, clock)) {
            Api administrator = server.signedIn(TestServer.ADMINISTRATOR);
            Api postmaster = server.signedIn(TestServer.POSTMASTER);
            String organisation = postmaster
                    .get("/organisations")
                    .json()
                    .get("data")
                    .get(0)
                    .get("id")
                    .asString();
            clock.pass(Duration.ofMinutes(11));
            List<String> asked = new ArrayList<>();
            List<String> described = new ArrayList<>();
            for (Contract.Operation operation : contract.operations()) {
                String roles = operation.node().path("x-roles").toString();
                boolean ofNobody = roles.contains("anybody") || roles.contains("set-up code");
                if (operation.method().equals("GET") || ofNobody || LAST.contains(operation.id())) {
                    continue;
                }
                if (operation.node().path("description").asString("").contains("fresh proof")) {
                    described.add(operation.id());
                }
                boolean isHers = roles.contains("archive administrator") || roles.contains("any person");
                Api caller = isHers ? administrator : postmaster;
                Api.Answer answer = caller.send(
                        operation.method(), path(operation).replace("org_01J", organisation), body(operation));
                if (answer.status() == 403 && answer.code().equals("reauth-required")) {
                    asked.add(operation.id());
                }
            }
            assertThat(asked).containsExactlyElementsOf(described).contains("switchArchive", "newOrganisation");
        }
    }

    private static String path(Contract.Operation operation) {
        String path = operation.path();
        for (var parameter : operation.parameters()) {
            path = path.replace(
                    "{" + parameter.path("name").asString() + "}",
                    parameter.path("example").asString("x"));
        }
        return path;
    }

    /** Its last example: those before may be previews, which need no proof. A passkey alone has none. */
    private static String body(Contract.Operation operation) {
        var media = operation.node().path("requestBody").path("content").path("application/json");
        String body = media.has("example") ? media.get("example").toString() : media.isMissingNode() ? "" : "{}";
        for (var example : media.path("examples")) {
            body = example.path("value").toString();
        }
        return body;
    }
}
