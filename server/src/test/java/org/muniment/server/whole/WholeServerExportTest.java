package org.muniment.server.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.testing.Api;
import tools.jackson.databind.JsonNode;

/** An export of 10,000 messages, larger than the heap of the server that writes it. */
@Tag("crash")
class WholeServerExportTest {
    private static final int MESSAGES = 10_000;
    private static final int BATCH = 250;
    private static final int HEAP_MEGABYTES = 128;
    private static final long SEED = 20_261_122;

    @TempDir
    private Path home;

    private final Random random = new Random(SEED);
    private final Map<String, String> digests = new HashMap<>();
    private long bytes;

    @Test
    @Timeout(600)
    void exportIsTheOriginalsByteForByteInConstantMemory() throws Exception {
        ServerProcess.prepare(home);
        try (ServerProcess server = ServerProcess.start(home, HEAP_MEGABYTES)) {
            Api api = server.signedIn();
            archiveAll(api);
            assertThat(bytes).isGreaterThan((long) HEAP_MEGABYTES << 20);
            Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(240))
                    .until(() -> api.get("/status").json().get("balanced").asBoolean());

            Map<String, String> exported = export(api);

            assertThat(exported).isEqualTo(digests);
            for (String id : digests.keySet().stream().sorted().limit(50).toList()) {
                assertThat(sha256(api.get("/messages/" + id + "/raw").bytes())).isEqualTo(digests.get(id));
            }
        }
    }

    private void archiveAll(Api api) throws Exception {
        String run = api.post("/imports", Map.of()).json().get("id").asString();
        for (int first = 0; first < MESSAGES; first += BATCH) {
            List<byte[]> mails = new ArrayList<>();
            byte[][] items = new byte[BATCH][];
            for (int i = 0; i < BATCH; i++) {
                byte[] mail = mail(first + i);
                mails.add(mail);
                items[i] = Api.item(Integer.toString(first + i), mail);
                bytes += mail.length;
            }
            JsonNode outcomes = api.items(run, Api.all(items)).json().get("outcomes");
            for (int i = 0; i < BATCH; i++) {
                assertThat(outcomes.get(i).get("outcome").asString()).isEqualTo("archived");
                digests.put(outcomes.get(i).get("id").asString(), sha256(mails.get(i)));
            }
        }
    }

    /** Text that hardly packs, so that the zip is larger than the heap too. */
    private byte[] mail(int number) {
        byte[] noise = new byte[6_000 + random.nextInt(9_000)];
        random.nextBytes(noise);
        String body = java.util.Base64.getMimeEncoder().encodeToString(noise);
        return ("From: a@example.org\r\nTo: b@example.org\r\nSubject: export " + number + "\r\nMessage-ID: <" + number
                        + "@example.org>\r\n\r\n" + body + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> export(Api api) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + "/api/v1/exports"))
                .header("Authorization", api.authorization())
                .header("Content-Type", "application/json")
                .header("Accept", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"search\":{\"query\":\"subject:export\",\"time_range\":{\"all\":true}}}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (InputStream body = answer.body()) {
                return messages(body);
            }
        }
    }

    private static Map<String, String> messages(InputStream zip) throws Exception {
        Map<String, String> messages = new HashMap<>();
        try (ZipInputStream entries = new ZipInputStream(zip)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith("messages/")) {
                    String name = entry.getName().substring("messages/".length());
                    String id = name.substring(0, name.length() - ".eml".length());
                    messages.put(id.startsWith("msg_") ? id : "msg_" + id, sha256(entries));
                }
            }
        }
        return messages;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String sha256(InputStream in) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
