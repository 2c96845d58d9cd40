package org.muniment.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The directory of a whole server with 50,000 accounts in 2,000 departments: how long the import takes, and how long the
 * tree, the picker and the list take at the HTTP API. No mail is needed; names are made up.
 */
final class DirectoryMeasure {
    private static final int ACCOUNTS = 50_000;
    private static final int DEPARTMENTS = 2_000;
    private static final int DIVISIONS = 40;
    private static final String POSTMASTER = "postmaster@example.org";

    private final ServerProcess server;
    private final String token;
    private final HttpClient client;

    private DirectoryMeasure(ServerProcess server, String token, HttpClient client) {
        this.server = server;
        this.token = token;
        this.client = client;
    }

    static Figures run(Path launcher, Path home) throws Exception {
        try (ServerProcess server = ServerProcess.start(launcher, home);
                HttpClient client = HttpClient.newHttpClient()) {
            var measure = new DirectoryMeasure(server, setUp(server, home), client);
            return measure.all();
        }
    }

    private static String setUp(ServerProcess server, Path home) throws IOException, InterruptedException {
        Path passwords = home.resolve("bench-passwords");
        Files.createFile(passwords, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwords, POSTMASTER + " measures and forgets\narchive@example.org measures it all\n");
        String file = passwords.toString();
        server.command(
                "init",
                "--organisation",
                "Bench",
                "--domain",
                "example.org",
                "--postmaster",
                POSTMASTER,
                "--archive-admin",
                "archive@example.org",
                "--password-file",
                file);
        return server.command("login", "--as", POSTMASTER, "--password-file", file, "--print-token")
                .strip();
    }

    private Figures all() throws Exception {
        Figures figures = new Figures();
        long begun = System.nanoTime();
        String plan = send("POST", "/directory/imports", "text/csv", table());
        figures.put("plan_seconds", seconds(begun));
        String id = plan.replaceFirst("(?s).*\"id\":\"(dpl_[0-9a-z]+)\".*", "$1");
        begun = System.nanoTime();
        send("POST", "/directory/imports/" + id + ":apply", "application/json", "{}");
        figures.put("apply_seconds", seconds(begun));
        String department = send("GET", "/departments?parent=top", "application/json", "")
                .replaceFirst("(?s).*?\"id\":\"(dept_[0-9a-z]+)\".*", "$1");
        return figures.putAll("tree_top_", rounds(List.of("/departments?parent=top")))
                .putAll("tree_whole_", rounds(List.of("/departments")))
                .putAll("picker_", rounds(prefixes()))
                .putAll("list_", rounds(List.of("/directory/accounts?limit=50")))
                .putAll("list_department_", rounds(List.of("/directory/accounts?limit=50&department=" + department)))
                .putAll("list_text_", rounds(List.of("/directory/accounts?limit=50&text=son4999")))
                .put("resident_mb", server.residentMegabytes());
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private Figures rounds(List<String> paths) throws Exception {
        return Rounds.measure(
                paths, path -> send("GET", path, "application/json", "").length());
    }

    /** As somebody types them: few letters, many letters, in the middle of a word, nobody's. */
    private static List<String> prefixes() {
        return List.of("p", "per", "person4", "person49999", "49999", "Person 12", "dep", "zzz").stream()
                .map(text -> "/directory/suggest?prefix=" + text.replace(" ", "%20"))
                .toList();
    }

    private static String table() {
        var table = new StringBuilder("address,name,department,aliases\n");
        IntStream.range(0, ACCOUNTS)
                .forEach(i -> table.append("person")
                        .append(i)
                        .append("@example.org,Person ")
                        .append(i)
                        .append(",Division ")
                        .append(i % DIVISIONS)
                        .append("/Department ")
                        .append(i % (DEPARTMENTS - DIVISIONS))
                        .append(",alias")
                        .append(i)
                        .append("@example.org\n"));
        return table.toString();
    }

    private String send(String method, String path, String type, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.uri("/api/v1" + path))
                        .timeout(Duration.ofMinutes(5))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the server answered " + answer.statusCode() + " to " + method + " " + path);
        }
        return answer.body();
    }
}
