package org.muniment.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.server.setup.SetUpRequest.NewPerson;

/** Calls a running demo as a first visitor would: signs in, searches, reads, exports. */
public final class Visit implements AutoCloseable {
    private static final String API = "/api/v1";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"id\":\"(msg_[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private String token = "";

    private Visit(String url) {
        this.url = url;
    }

    /**
     * Visits.
     *
     * @param person who may read
     * @throws IOException if a page that a visitor needs is not answered
     */
    public static void of(String url, NewPerson person) throws IOException {
        try (var visit = new Visit(url)) {
            visit.all(person);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void all(NewPerson person) throws IOException, InterruptedException {
        get("/");
        get("/readyz");
        String session = post(
                "/sessions", "{\"address\":\"%s\",\"password\":\"%s\"}".formatted(person.address(), person.password()));
        token = first(TOKEN, session).orElseThrow(() -> new IOException("there is no token in the answer"));
        get(API + "/me");
        get(API + "/status");
        get(API + "/archive");
        String found = post("/searches", "{\"query\":\"subject:offer OR invoice\",\"time_range\":{\"all\":true}}");
        String message = API + "/messages/" + first(MESSAGE, found).orElseThrow(() -> new IOException("nothing found"));
        for (String part : new String[] {"", "/render", "/headers", "/raw", "/text"}) {
            get(message + part);
        }
        post("/exports", "{\"search\":{\"query\":\"invoice\",\"time_range\":{\"all\":true}}}");
    }

    private void get(String path) throws IOException, InterruptedException {
        send(request(path).GET());
    }

    private String post(String path, String json) throws IOException, InterruptedException {
        return send(
                request(API + path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html, */*");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 400) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public void close() {
        client.close();
    }
}
