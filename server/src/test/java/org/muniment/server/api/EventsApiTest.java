package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import org.muniment.server.testing.Tus;

class EventsApiTest {

    @TempDir
    private Path home;

    /** Hears events until the stream ends. */
    private static final class Listener implements Closeable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final InputStream in;
        private final Thread thread;

        Listener(Api api) throws Exception {
            in = api.stream("/events");
            thread = Thread.ofVirtual().start(this::hear);
        }

        private void hear() {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            try {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                lines.add("broken off");
            }
        }

        void awaits(String event) {
            await().atMost(Duration.ofSeconds(20)).until(() -> lines.contains("event: " + event));
        }

        void awaitsEnd() throws InterruptedException {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Test
    void whatHappensIsToldToThoseWhoMayHearIt() throws Exception {
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            try (var administrator = new Listener(api);
                    var postmaster = new Listener(server.signedIn(TestServer.POSTMASTER))) {
                administrator.awaits("status");
                postmaster.awaits("status");
                api.send("PATCH", "/archive", Map.of("enabled", true, "reason", "a test"));
                administrator.awaits("archive");
                deliver(server, "told");
                administrator.awaits("received");
                postmaster.awaits("received");
                String upload = new Tus(api).whole("one.eml", Api.mail("one"));
                api.post("/imports", Map.of("uploads", List.of(upload)));
                administrator.awaits("import");
                deliver(server, "told again");
                await().until(() -> count(postmaster, "received") >= 2);
                assertThat(postmaster.lines).doesNotContain("event: import");
                assertThat(postmaster.lines).noneMatch(line -> line.contains("told") || line.contains("bob@"));
            }
        }
    }

    private static long count(Listener listener, String event) {
        return listener.lines.stream().filter(("event: " + event)::equals).count();
    }

    private static void deliver(TestServer server, String subject) {
        var envelope = new Envelope("ada@example.org", List.of("bob@example.org"), "192.0.2.7", "test", "ESMTP");
        try (var message = new MemoryMessage(Api.mail(subject))) {
            server.listener().receiver().receive(envelope, message);
        }
    }

    @Test
    void theStreamEndsWithTheSession() throws Exception {
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL)) {
            Api api = server.signedIn(TestServer.ADMINISTRATOR);
            try (var listener = new Listener(api)) {
                listener.awaits("status");
                api.call("DELETE", "/sessions/current", BodyPublishers.noBody(), Map.of());
                int heard = listener.lines.size();
                deliver(server, "after the end"); // or it would end with the next heartbeat only
                listener.awaitsEnd();
                assertThat(listener.lines).hasSize(heard);
            }
        }
    }

    @Test
    void theStreamEndsWithTheServerAndDoesNotHoldItUp() throws Exception {
        var server = TestServer.setUp(home, SecondFactor.OPTIONAL);
        try (var listener = new Listener(server.signedIn(TestServer.POSTMASTER))) {
            listener.awaits("status");
            server.close();
            listener.awaitsEnd();
        }
    }

    @Test
    void aPersonHasOnlySoManyStreams() throws Exception {
        try (var server = TestServer.setUp(home, SecondFactor.OPTIONAL)) {
            Api api = server.signedIn(TestServer.POSTMASTER);
            List<Listener> listeners = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                var listener = new Listener(api);
                listener.awaits("status");
                listeners.add(listener);
            }
            Api.Answer refused = api.get("/events");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("rate-limited");
            for (Listener listener : listeners) {
                listener.close();
            }
        }
    }
}
