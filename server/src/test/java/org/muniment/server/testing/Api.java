package org.muniment.server.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API over real HTTP. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String url;
    private final @Nullable String authorization;

    public Api(String url, @Nullable String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return Api.json(text());
        }

        /** The id of what came back. */
        public String id() {
            return json().get("id").asString();
        }

        /** The code of the problem that came back. */
        public String code() {
            return json().get("code").asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /** JSON as a tree. */
    public static JsonNode parsed(String text) {
        return json(text);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    /** The header by which it says who it is. */
    public String authorization() {
        return String.valueOf(authorization);
    }

    public String url() {
        return url;
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return call("GET", path, BodyPublishers.noBody(), "application/json");
    }

    public Answer post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    public Answer send(String method, String path, Object body) throws IOException, InterruptedException {
        String text = body instanceof String given ? given : JSON.writeValueAsString(body);
        return call(method, path, BodyPublishers.ofString(text), "application/json");
    }

    public Answer items(String run, byte[] items) throws IOException, InterruptedException {
        return call(
                "POST",
                "/imports/" + run + "/items",
                BodyPublishers.ofByteArray(items),
                "application/vnd.muniment.items");
    }

    public Answer call(String method, String path, BodyPublisher body, String type)
            throws IOException, InterruptedException {
        return call(method, path, body, Map.of("Content-Type", type));
    }

    /** Calls with headers of its own. */
    public Answer call(String method, String path, BodyPublisher body, Map<String, String> headers)
            throws IOException, InterruptedException {
        return new Answer(HTTP.send(request(method, path, body, headers), BodyHandlers.ofByteArray()));
    }

    /** Reads an answer that does not end by itself. The caller closes it. */
    public InputStream stream(String path) throws IOException, InterruptedException {
        return stream(path, Map.of());
    }

    /** The same with headers of its own. */
    public InputStream stream(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest request = request("GET", path, BodyPublishers.noBody(), headers);
        return HTTP.send(request, BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest request(String method, String path, BodyPublisher body, Map<String, String> headers) {
        String absolute =
                path.matches("/[a-z]+z") ? path : "/api/v1" + path; // the probes lie outside; ids may end alike
        var request = HttpRequest.newBuilder(URI.create(url + absolute))
                .timeout(PATIENCE)
                .header("Muniment-Os-User", "tester")
                .method(method, body);
        headers.forEach(request::header);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.build();
    }

    /** One item of an import as it goes over the wire. */
    public static byte[] item(String position, byte[] mail) {
        String header = "{\"container_sha256\":\"" + "ab".repeat(32) + "\",\"position\":\"" + position
                + "\",\"path\":\"box/" + position + "\"}";
        return item(header.getBytes(StandardCharsets.UTF_8), mail.length, mail);
    }

    /** One item whose parts are given as they are. */
    public static byte[] item(byte[] header, long length, byte[] mail) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(header.length);
            out.write(header);
            out.writeLong(length);
            out.write(mail);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** Several items, one after the other. */
    public static byte[] all(byte[]... items) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] item : items) {
            bytes.writeBytes(item);
        }
        return bytes.toByteArray();
    }

    /** A small mail of that subject. */
    public static byte[] mail(String subject) {
        return ("From: ada@example.org\r\nTo: bob@example.org\r\nSubject: " + subject + "\r\n\r\nHello " + subject
                        + ".\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
