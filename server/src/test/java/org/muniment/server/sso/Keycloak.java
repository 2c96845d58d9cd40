package org.muniment.server.sso;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A real Keycloak with one realm, as {@code MUNIMENT_KEYCLOAK} names its folder; a process of its own on loopback. */
final class Keycloak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

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
        return "http://127.0.0.1:" + port + "/realms/mail";
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
