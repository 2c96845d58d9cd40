package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.server.docs.Contract;
import org.muniment.server.testing.Shape;
import org.muniment.server.testing.TestServer;
import tools.jackson.databind.JsonNode;

/** Every example of the description works, and what comes back has the shape that is described. */
class ContractReplayTest {
    /** An answer that is as good as a success here: what it is about has ended by the time it comes. */
    private static final Set<String> MAY_CONFLICT = Set.of("cancelImport");

    private final Contract contract = ContractTest.contract();
    private final Shape shape = new Shape(contract.root());

    @TempDir
    private Path folder;

    @Test
    void everyExampleWorksAndIsAnsweredAsDescribed() throws Exception {
        try (var server = TestServer.over(Archives::open, folder)) {
            var replay = new Replay(server);
            for (Contract.Operation operation : inOrder()) {
                if (Replay.CEREMONIES.contains(operation.id())) {
                    continue;
                }
                for (Replay.Call call : Replay.calls(contract, operation)) {
                    check(call, replay.answer(call));
                }
            }
        }
    }

    /** The set-up before everything else, its last step last. */
    private List<Contract.Operation> inOrder() {
        List<Contract.Operation> setUp = new ArrayList<>();
        List<Contract.Operation> rest = new ArrayList<>();
        for (Contract.Operation operation : contract.operations()) {
            (operation.path().startsWith("/setup") ? setUp : rest).add(operation);
        }
        setUp.sort((a, b) -> Boolean.compare(a.id().equals("setUp"), b.id().equals("setUp")));
        setUp.addAll(rest);
        return setUp;
    }

    private void check(Replay.Call call, Replay.Answer answer) {
        String what = call + " " + answer;
        if (!(answer.status() == 409 && MAY_CONFLICT.contains(call.operation().id()))) {
            assertThat(answer.status()).as(what).isBetween(200, 299);
        }
        JsonNode response =
                contract.follow(call.operation().node().path("responses").path(Integer.toString(answer.status())));
        assertThat(response.isMissingNode()).as("a described answer: " + what).isFalse();
        if (answer.type().isEmpty()) {
            assertThat(response.path("content").isMissingNode()).as(what).isTrue();
            return;
        }
        JsonNode content = response.path("content");
        JsonNode media = content.path(content.has("*/*") ? "*/*" : answer.type());
        assertThat(media.isMissingNode()).as("a described type: " + what).isFalse();
        if (answer.type().equals("text/event-stream")) {
            assertThat(answer.text()).as(what).startsWith("event: status\ndata: {");
        }
        if (answer.type().equals("application/json")) {
            assertThat(shape.faults(media.path("schema"), answer.text()))
                    .as(what)
                    .isEmpty();
        }
    }
}
