package org.muniment.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.server.testing.TestServer;

/** What an operator sees of the process: how it starts, what it says when it cannot, how it stops. */
class ProcessTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path home;

    @Test
    void itSaysWhereItIsAndStopsCleanlyWhenTold() throws Exception {
        long start = System.nanoTime();
        Process server = fork(Map.of());
        try (var out = server.inputReader(StandardCharsets.UTF_8)) {
            String ready = String.valueOf(out.readLine());
            System.out.println("start-up took " + (System.nanoTime() - start) / 1_000_000 + " ms with the JVM");
            assertThat(ready)
                    .matches("Muniment is ready: http://127\\.0\\.0\\.1:[0-9]+ · SMTP 127\\.0\\.0\\.1:2525 · home .*");
            assertThat(out.readLine())
                    .matches("Set up: open http://127\\.0\\.0\\.1:[0-9]+/setup and enter the code"
                            + " [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
            assertThat(out.readLine())
                    .startsWith("Until then SMTP does not listen. Without a browser: ./muniment init");
            assertThat(home.resolve("run/server.json")).exists();

            long told = System.nanoTime();
            server.destroy();
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
            System.out.println("stopping took " + (System.nanoTime() - told) / 1_000_000 + " ms");
            assertThat(home.resolve("run/server.json")).doesNotExist();
            assertThat(server.exitValue()).isEqualTo(128 + 15);
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aPortInUseIsOneSentenceThatNamesTheSetting() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(refusal(Map.of("MUNIMENT_HTTP_PORT", port), 1))
                    .isEqualTo("HTTP cannot listen on 127.0.0.1:" + port + ": the port is in use, or the address is not"
                            + " of this machine. Set MUNIMENT_HTTP_PORT or MUNIMENT_BIND to another one.\n");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsOneSentence() throws Exception {
        assertThat(refusal(Map.of("MUNIMENT_BIND", "192.0.2.1"), 1))
                .startsWith(
                        "HTTP cannot listen on 192.0.2.1:0: the port is in use, or the address is not of this machine.")
                .hasLineCount(1);
    }

    @Test
    void aWrongSettingIsOneSentenceAndExitCodeTwo() throws Exception {
        assertThat(refusal(Map.of("MUNIMENT_SMTP_PORT", "smtp"), 2))
                .isEqualTo("MUNIMENT_SMTP_PORT is \"smtp\"; allowed is a whole number from 0 to 65535.\n");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aHomeInUseIsOneSentence() throws Exception {
        try (var _ = TestServer.empty(home)) {
            assertThat(refusal(Map.of(), 1))
                    .startsWith("The home " + home + " is in use by another Muniment process (pid ")
                    .hasLineCount(1);
        }
    }

    @Test
    void aMissingMasterKeyIsOneSentence() throws Exception {
        TestServer.setUp(home, org.muniment.server.database.SecondFactor.OPTIONAL)
                .close();
        Files.delete(home.resolve("master.key"));
        assertThat(refusal(Map.of(), 1))
                .startsWith("The master key " + home.resolve("master.key") + " is missing")
                .hasLineCount(1);
    }

    private String refusal(Map<String, String> environment, int code) throws Exception {
        Process server = fork(environment);
        try (var err = server.errorReader(StandardCharsets.UTF_8)) {
            String said = String.join("\n", err.readAllLines()) + "\n";
            assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).as(said).isEqualTo(code);
            return said;
        } finally {
            server.destroyForcibly();
        }
    }

    private Process fork(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ForkedServer.class.getName());
        builder.environment().keySet().removeIf(key -> key.startsWith("MUNIMENT_"));
        builder.environment().put("MUNIMENT_HOME", home.toString());
        builder.environment().put("MUNIMENT_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        return builder.start();
    }
}
