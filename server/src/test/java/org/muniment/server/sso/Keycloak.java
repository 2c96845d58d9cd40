package org.muniment.server.sso;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.muniment.server.testing.Api;
import tools.jackson.databind.node.ObjectNode;

/** A real Keycloak with one realm, as {@code MUNIMENT_KEYCLOAK} names its folder; a process of its own on loopback. */
final class Keycloak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final String ADMIN = "only-for-this-test";

    private final Process process;
    private final int port;

    private Keycloak(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it with data of its own under that folder, and waits until it answers.
     *
     * @param archive the address of the archive to which it may send people back
     */
    static Keycloak start(Path work, String archive) throws IOException {
        Path installed = Path.of(Objects.requireNonNull(
                System.getenv("MUNIMENT_KEYCLOAK"), "MUNIMENT_KEYCLOAK must name the folder of Keycloak; see .ci/run"));
        Path own = work.resolve("keycloak");
        copy(installed, own);
        Path realm =
                Files.createDirectories(own.resolve("data").resolve("import")).resolve("mail-realm.json");
        try (var json = Objects.requireNonNull(Keycloak.class.getResourceAsStream("/keycloak/realm.json"))) {
            Files.writeString(
                    realm, new String(json.readAllBytes(), StandardCharsets.UTF_8).replace("ARCHIVE", archive));
        }
        int port = freePort();
        var builder = new ProcessBuilder(List.of(
                        own.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm",
                        "--db=dev-mem"))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        var keycloak = new Keycloak(builder.start(), port);
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(keycloak::answers);
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
        return keycloak;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended with " + process.exitValue());
        }
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String issuer() {
        return url() + "/realms/mail";
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Gives a user of the realm another address, which counts as verified. */
    void move(String user, String address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            String form = "grant_type=password&client_id=admin-cli&username=" + ADMIN + "&password=" + ADMIN;
            String token = Api.parsed(http.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(url() + "/realms/master/protocol/openid-connect/token"))
                                            .header("Content-Type", "application/x-www-form-urlencoded")
                                            .POST(BodyPublishers.ofString(form))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .get("access_token")
                    .asString();
            URI users = URI.create(url() + "/admin/realms/mail/users?exact=true&username=" + user);
            var found = (ObjectNode) Api.parsed(http.send(
                                    HttpRequest.newBuilder(users)
                                            .header("Authorization", "Bearer " + token)
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .get(0);
            found.put("email", address).put("emailVerified", true);
            URI one = URI.create(
                    url() + "/admin/realms/mail/users/" + found.get("id").asString());
            int status = http.send(
                            HttpRequest.newBuilder(one)
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .PUT(BodyPublishers.ofString(found.toString()))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            if (status != 204) {
                throw new AssertionError("the provider answered " + status);
            }
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
