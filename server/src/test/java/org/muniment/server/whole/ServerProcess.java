package org.muniment.server.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.Rules;
import org.muniment.server.Main;
import org.muniment.server.database.SecondFactor;
import org.muniment.server.setup.SetUp;
import org.muniment.server.testing.Api;
import org.muniment.server.testing.TestServer;
import org.muniment.store.MasterKey;

/** The server as {@code ./muniment run} starts it, in a process of its own, with a heap of 512 MB if not told otherwise. */
final class ServerProcess implements AutoCloseable {
    static final Pattern SMTP_PORT = Pattern.compile("ready: .* SMTP 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern READY =
            Pattern.compile("ready: http://127\\.0\\.0\\.1:(\\d+) .* SMTP 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final int httpPort;
    private final int smtpPort;

    private ServerProcess(Process process, int httpPort, int smtpPort) {
        this.process = process;
        this.httpPort = httpPort;
        this.smtpPort = smtpPort;
    }

    /** The command that runs it on a home, on free ports. */
    static ProcessBuilder command(Path home) {
        return command(home, 512);
    }

    private static ProcessBuilder command(Path home, int heapMegabytes) {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName())
                .redirectErrorStream(true);
        command.environment().keySet().removeIf(key -> key.startsWith("MUNIMENT_"));
        command.environment()
                .putAll(Map.of("MUNIMENT_HOME", home.toString(), "MUNIMENT_HTTP_PORT", "0", "MUNIMENT_SMTP_PORT", "0"));
        return command;
    }

    /** Starts it and waits until it is ready. */
    static ServerProcess start(Path home) throws IOException {
        return start(home, 512);
    }

    /** Starts it with another heap. */
    static ServerProcess start(Path home, int heapMegabytes) throws IOException {
        Process process = command(home, heapMegabytes).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder heard = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(System.out::println));
                return new ServerProcess(process, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)));
            }
            heard.append(line).append('\n');
        }
        throw new AssertionError("the server has not started: " + heard);
    }

    /** Sets a home up for example.org and switches archiving on. */
    static void prepare(Path home) throws Exception {
        SetUp.direct(TestServer.settings(home, Map.of()), TestServer.request(SecondFactor.OPTIONAL), "os:tester");
        try (ServerProcess server = start(home)) {
            server.signedIn().send("PATCH", "/archive", Map.of("enabled", true, "reason", "a test"));
        }
    }

    int smtpPort() {
        return smtpPort;
    }

    /** The API, asked by the archive administrator. */
    Api signedIn() throws Exception {
        Api nobody = new Api("http://127.0.0.1:" + httpPort, null);
        Api.Answer answer =
                nobody.post("/sessions", Map.of("address", TestServer.ADMINISTRATOR, "password", TestServer.PASSWORD));
        return new Api(
                "http://127.0.0.1:" + httpPort,
                "Bearer " + answer.json().get("token").asString());
    }

    /** Where and how the archive of a prepared home lies, for looking at it from outside. */
    static Archive.Settings archive(Path home) throws IOException {
        try (Stream<Path> organisations = Files.list(home.resolve("organisations"))) {
            String only = organisations.findFirst().orElseThrow().getFileName().toString();
            return new Archive.Settings(
                    home,
                    only,
                    home.resolve("keys"),
                    home.resolve("keys-copy"),
                    MasterKey.read(home.resolve("master.key")),
                    () -> new Rules(true, Set.of("example.org")),
                    5,
                    0);
        }
    }

    static String masterKey(Path home) throws IOException {
        return Files.readString(home.resolve("master.key")).strip();
    }

    /** Tells it to stop, as a service manager does, and waits the ten seconds that it may take. */
    @Override
    public void close() {
        process.destroy();
        boolean stopped = process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .thenApply(ended -> !ended.isAlive())
                .join();
        if (!stopped) {
            process.destroyForcibly();
            throw new AssertionError("the server has not stopped within ten seconds");
        }
    }
}
