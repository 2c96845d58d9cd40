package org.muniment.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTTP API of a server, over connections that are kept, for somebody who signed in. */
final class Api {
    private final ServerProcess server;
    private final HttpClient client;
    private final String token;

    /**
     * @param token empty for nobody
     */
    Api(ServerProcess server, HttpClient client, String token) {
        this.server = server;
        this.client = client;
        this.token = token;
    }

    String get(String path) throws IOException, InterruptedException {
        return checked("GET", path, send("GET", path, "application/json", ""));
    }

    String post(String path, String body) throws IOException, InterruptedException {
        return post(path, "application/json", body);
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return checked("POST", path, send("POST", path, type, body));
    }

    /** Whether the answer is one of success. */
    boolean answers(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/json", "").statusCode() / 100 == 2;
    }

    /** Each of the paths many times. */
    Figures rounds(List<String> paths) throws Exception {
        return Rounds.measureCalls(paths, path -> get(path).length());
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri("/api/v1" + path))
                .timeout(Duration.ofMinutes(10))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String checked(String method, String path, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the server answered " + answer.statusCode() + " to " + method + " " + path);
        }
        return answer.body();
    }

    /** The first text of that name in an answer; only for values that need no escapes. */
    static String text(String name, String json) throws IOException {
        return first(Pattern.compile('"' + name + "\" ?: ?\"([^\"\\\\]*)\""), name, json);
    }

    /** The first number of that name in an answer. */
    static long number(String name, String json) throws IOException {
        return Long.parseLong(first(Pattern.compile('"' + name + "\" ?: ?([0-9]+)"), name, json));
    }

    private static String first(Pattern pattern, String name, String json) throws IOException {
        Matcher matcher = pattern.matcher(json);
        if (!matcher.find()) {
            throw new IOException("the server's answer has no " + name);
        }
        return matcher.group(1);
    }
}
