package org.muniment.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole server, started by its launcher with a home of its own, and its command line. */
final class ServerProcess implements Closeable {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(3);
    private static final Pattern PID = Pattern.compile("\"pid\":(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Path launcher;
    private final Path home;
    private final int port;
    private final Process process;

    private ServerProcess(Path launcher, Path home, int port, Process process) {
        this.launcher = launcher;
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Starts it and returns when it says that it is ready. */
    static ServerProcess start(Path launcher, Path home) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(launcher.toAbsolutePath().toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MUNIMENT_HOME", home.toString());
        builder.environment().put("MUNIMENT_HTTP_PORT", Integer.toString(port));
        builder.environment().put("MUNIMENT_SMTP_PORT", Integer.toString(freePort()));
        ServerProcess server = new ServerProcess(launcher, home, port, builder.start());
        server.awaitReady();
        return server;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Runs a command of the command line and returns what it printed; a failure is an error. */
    String command(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(launcher.toAbsolutePath().toString()));
        line.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MUNIMENT_HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.toString()); // where a sign-in is kept
        Process command = builder.start();
        String printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (command.waitFor() != 0) {
            throw new IOException("muniment " + words[0] + " failed: " + printed);
        }
        return printed;
    }

    /** Resident memory of the server. */
    double residentMegabytes() throws IOException {
        String pid = first(PID, Files.readString(home.resolve("run/server.json")));
        String kilobytes = first(RESIDENT, Files.readString(Path.of("/proc", pid, "status")));
        return Long.parseLong(kilobytes) / 1024.0;
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in what should have it");
        }
        return matcher.group(1);
    }

    private void awaitReady() throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (!process.isAlive() || System.nanoTime() - start > LONGEST_NANOS) {
                    throw new IOException("the server did not become ready");
                }
                Thread.sleep(20); // nobody tells when; this is the error of the figure
            }
        }
    }

    private boolean isReady(HttpClient client) throws IOException, InterruptedException {
        try {
            HttpRequest ready = HttpRequest.newBuilder(uri("/readyz")).build();
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
