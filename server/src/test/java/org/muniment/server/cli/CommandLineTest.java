package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Verification;

/** Runs commands as a shell would, against a stub of the server. */
class CommandLineTest {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:04:11Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder;

    StubServer server;
    final Map<String, String> env = new HashMap<>();
    String input = "";
    String looking = "";
    Direct direct = new Direct(
            (home, request, who) -> "org_direct", (home, progress) -> new Verification(1, 2, 3, List.of(), List.of()));

    /** What a command printed and returned. */
    record Ran(int exitCode, String out, String err) {}

    @BeforeEach
    final void start() throws IOException {
        server = new StubServer();
        env.put("MUNIMENT_HOME", folder.resolve("home").toString());
        env.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    }

    @AfterEach
    final void stop() {
        server.close();
    }

    final void running() throws IOException {
        server.noteIn(folder.resolve("home"));
    }

    final void signedIn() throws IOException {
        running();
        env.put("MUNIMENT_TOKEN", StubServer.TOKEN);
    }

    final Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                env,
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(out, false, UTF_8),
                new PrintStream(err, true, UTF_8),
                looking,
                folder,
                CLOCK);
        int exitCode = Cli.run(args, terminal, direct);
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    final Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
