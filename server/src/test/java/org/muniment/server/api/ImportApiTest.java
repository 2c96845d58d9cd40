package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.SharedServer;
import org.muniment.server.testing.TestServer;

@ExtendWith(SharedServer.class)
class ImportApiTest {

    @Test
    void outcomesComeInTheOrderOfTheItems(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String run = start(api);
        List<byte[]> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(Api.item("order-" + i, Api.mail("order " + i % 150)));
        }
        Api.Answer answer = api.items(run, Api.all(items.toArray(byte[][]::new)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var outcomes = answer.json().get("outcomes");
        assertThat(outcomes.size()).isEqualTo(200);
        for (int i = 0; i < 150; i++) {
            String id = outcomes.get(i).get("id").asString();
            Api.Answer raw = api.get("/messages/" + id + "/raw");
            assertThat(raw.bytes()).isEqualTo(Api.mail("order " + i));
            if (i < 50) {
                assertThat(outcomes.get(i + 150).get("id").asString()).isEqualTo(id);
            }
        }
    }

    @Test
    void theSameItemAgainAddsNothing(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        byte[] item = Api.item("twice", Api.mail("twice"));
        var first = api.items(start(api), item).json().get("outcomes").get(0);
        var second = api.items(start(api), item).json().get("outcomes").get(0);
        assertThat(first.get("outcome").asString()).isEqualTo("archived");
        assertThat(first.get("already").asBoolean()).isFalse();
        assertThat(second.get("already").asBoolean()).isTrue();
        assertThat(second.get("id")).isEqualTo(first.get("id"));
    }

    @Test
    void noItemsAreNoOutcomes(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        assertThat(api.items(start(api), new byte[0]).json().get("outcomes").size())
                .isZero();
    }

    @Test
    void whatBreaksTheFormatIsNamedWithItsItem(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String run = start(api);
        byte[] good = Api.item("before-broken", Api.mail("before broken"));
        broken(api.items(run, new byte[] {0, 0}), "Item 1 of the request is broken: The request ends");
        broken(api.items(run, new byte[] {127, 0, 0, 0}), "Its header has 2130706432 bytes");
        broken(
                api.items(run, Api.all(good, Api.item("{}".getBytes(StandardCharsets.UTF_8), 0, new byte[0]))),
                "Item 2 of the request is broken: The field container_sha256 must be");
        broken(
                api.items(run, Api.item("{\"x\":1}".getBytes(StandardCharsets.UTF_8), 0, new byte[0])),
                "There is no field /x");
        broken(
                api.items(run, Api.item("no json".getBytes(StandardCharsets.UTF_8), 0, new byte[0])),
                "Its header cannot be read");
        byte[] cut = Api.item("cut", Api.mail("cut"));
        broken(api.items(run, java.util.Arrays.copyOf(cut, cut.length - 1)), "ends in the middle of it");
        byte[][] many = new byte[1_001][];
        java.util.Arrays.fill(many, good);
        broken(api.items(run, Api.all(many)), "more than 1000 items");
    }

    private static void broken(Api.Answer answer, String part) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(answer.json().get("detail").asString()).contains(part);
    }

    @Test
    void anItemThatIsTooLargeFailsAloneAndTheNextOnesGoOn(@TempDir Path folder) throws Exception {
        var settings = Map.of("MUNIMENT_IMPORT_MAX_SIZE", "1m");
        try (var server = TestServer.setUp(folder, SecondFactor.OPTIONAL, settings)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            Api.Answer off = api.post("/imports", Map.of());
            assertThat(off.status()).isEqualTo(409);
            assertThat(off.code()).isEqualTo("archive-disabled");
            assertThat(api.post("/imports", Map.of("force", true)).status())
                    .as("forced needs a reason")
                    .isEqualTo(422);
            Api.Answer forced = api.post("/imports", Map.of("force", true, "reason", "a test"));
            String run = forced.json().get("id").asString();

            byte[] large = new byte[(1 << 20) + 1];
            Api.Answer answer = api.items(
                    run, Api.all(Api.item("1", large), Api.item("2", Api.mail("small")), Api.item("3", large)));
            var outcomes = answer.json().get("outcomes");
            assertThat(outcomes.get(0).get("outcome").asString()).isEqualTo("failed");
            assertThat(outcomes.get(0).get("detail").asString()).contains("1048577 bytes");
            assertThat(outcomes.get(1).get("outcome").asString()).isEqualTo("archived");
            assertThat(outcomes.get(2).get("outcome").asString()).isEqualTo("failed");
        }
    }

    @Test
    void aFullStoreStopsTheRequestAndItGoesOnWhenThereIsRoom(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String run = start(api);
        byte[][] items = new byte[300][];
        for (int i = 0; i < items.length; i++) {
            items[i] = Api.item("full-" + i, new byte[10_000]);
        }
        server.archive().beFull(true);
        try {
            Api.Answer answer = api.items(run, Api.all(items));
            assertThat(answer.status()).isEqualTo(507);
            assertThat(answer.code()).isEqualTo("storage-full");
            assertThat(server.nobody().get("/readyz").status()).isEqualTo(503);
        } finally {
            server.archive().beFull(false);
        }
        assertThat(api.items(run, Api.all(items)).status()).isEqualTo(200);
    }

    @Test
    void aFaultOfOurOwnFailsTheItemAndIsNotTold(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String run = start(api);
        server.archive().beFaulty(true);
        try {
            var outcome = api.items(run, Api.item("faulty", Api.mail("faulty")))
                    .json()
                    .get("outcomes")
                    .get(0);
            assertThat(outcome.get("outcome").asString()).isEqualTo("failed");
            assertThat(outcome.get("detail").asString()).doesNotContain("a fault for a test");
        } finally {
            server.archive().beFaulty(false);
        }
    }

    @Test
    void aClientThatGoesAwayLeavesWholeItemsOnly(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String run = start(api);
        long before = server.archive().status().archived();
        byte[] whole = Api.item("gone-1", Api.mail("gone one"));
        byte[] half = Api.item("gone-2", new byte[5_000_000]);
        try (var socket = new Socket(
                InetAddress.ofLiteral("127.0.0.1"), URI.create(api.url()).getPort())) {
            String head = "POST /api/v1/imports/" + run + "/items HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + server.signedIn(TestServer.ADMINISTRATOR).authorization()
                    + "\r\nContent-Type: application/vnd.muniment.items\r\nContent-Length: "
                    + (whole.length + half.length) + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(whole);
            socket.getOutputStream().write(half, 0, half.length / 2);
        }
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(server.archive().status().archived()).isEqualTo(before + 1));
        assertThat(api.items(run, whole)
                        .json()
                        .get("outcomes")
                        .get(0)
                        .get("already")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anImportEndsOnceWithABalance(TestServer server) throws Exception {
        Api api = server.signedIn(TestServer.ADMINISTRATOR);
        String run = start(api);
        Api.Answer wrong = api.post("/imports/" + run + "/finish", balance(3, 1, 1, 0, 0));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("detail").asString()).contains("does not balance");
        assertThat(api.post("/imports/" + run + "/finish", balance(3, 1, 1, 0, 1))
                        .status())
                .isEqualTo(204);
        assertThat(server.archive().entries().getLast().detail()).containsEntry("found", "3");
        assertThat(api.post("/imports/" + run + "/finish", balance(3, 1, 1, 0, 1))
                        .status())
                .isEqualTo(404);
        assertThat(api.items(run, new byte[0]).status()).isEqualTo(404);
        assertThat(api.items("imp_unknown", new byte[0]).code()).isEqualTo("not-found");
    }

    private static Map<String, Long> balance(long found, long archived, long merged, long excluded, long failed) {
        return Map.of("found", found, "archived", archived, "merged", merged, "excluded", excluded, "failed", failed);
    }

    private static String start(Api api) throws Exception {
        Api.Answer answer = api.post("/imports", Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").asString();
    }
}
