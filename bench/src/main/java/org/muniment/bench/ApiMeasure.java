package org.muniment.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Searches at the HTTP API of a whole server that holds all the mail, over one connection that is kept, each search
 * with its durable log entry.
 */
final class ApiMeasure {
    private static final String DOMAIN = "example.org";
    private static final String ADMINISTRATOR = "archive@" + DOMAIN;
    private static final int IDLE_SECONDS = 90;

    private final URI searches;
    private final String token;
    private final HttpClient client;

    private ApiMeasure(URI searches, String token, HttpClient client) {
        this.searches = searches;
        this.token = token;
        this.client = client;
    }

    /** Sets a server up, imports, waits until all is found, then measures counts and first pages. */
    static Figures run(Path launcher, Corpus corpus, Path home, List<String> queries) throws Exception {
        try (ServerProcess server = ServerProcess.start(launcher, home);
                HttpClient client = HttpClient.newHttpClient()) {
            String token = setUp(server, home);
            server.command("import", corpus.maildir().toString());
            awaitIndex(server);
            ApiMeasure measure = new ApiMeasure(server.uri("/api/v1/searches"), token, client);
            Figures figures = new Figures()
                    .putAll("count_", Rounds.measure(queries, query -> measure.search(query, 0)))
                    .putAll("first_50_", Rounds.measure(queries, query -> measure.search(query, 50)))
                    .put("busy_resident_mb", server.residentMegabytes());
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            return figures.put("idle_resident_mb", server.residentMegabytes());
        }
    }

    private static String setUp(ServerProcess server, Path home) throws IOException, InterruptedException {
        Path passwords = home.resolve("bench-passwords");
        Files.createFile(passwords, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                passwords, "postmaster@" + DOMAIN + " measures and forgets\n" + ADMINISTRATOR + " measures it all\n");
        String file = passwords.toString();
        server.command(
                "init",
                "--organisation",
                "Bench",
                "--domain",
                DOMAIN,
                "--postmaster",
                "postmaster@" + DOMAIN,
                "--archive-admin",
                ADMINISTRATOR,
                "--password-file",
                file,
                "--second-factor",
                "optional");
        server.command("login", "--as", ADMINISTRATOR, "--password-file", file);
        server.command("enable", "--reason", "bench");
        return server.command("login", "--as", ADMINISTRATOR, "--password-file", file, "--print-token")
                .strip();
    }

    private static void awaitIndex(ServerProcess server) throws IOException, InterruptedException {
        while (!server.command("status", "--json").replace(" ", "").contains("\"balanced\":true")) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private int search(String query, int limit) throws IOException, InterruptedException {
        String body = "{\"query\":\"" + query.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\",\"time_range\":{\"all\":true},\"limit\":" + limit + "}";
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(searches)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the server answered " + answer.statusCode() + " to a search");
        }
        return answer.body().length;
    }
}
