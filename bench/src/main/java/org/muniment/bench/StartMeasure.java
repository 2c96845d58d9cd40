package org.muniment.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How long the whole server takes from its start until it says that it is ready, in a home of its own. */
final class StartMeasure {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(3);

    private StartMeasure() {}

    static Figures run(Path launcher, Path home) throws Exception {
        Figures figures = new Figures().put("first_seconds", once(launcher, home));
        return figures.put("again_seconds", once(launcher, home));
    }

    private static double once(Path launcher, Path home) throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(launcher.toAbsolutePath().toString(), "run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("MUNIMENT_HOME", home.toString());
        builder.environment().put("MUNIMENT_HTTP_PORT", Integer.toString(port));
        builder.environment().put("MUNIMENT_SMTP_PORT", Integer.toString(freePort()));
        long start = System.nanoTime();
        Process server = builder.start();
        try {
            awaitReady(URI.create("http://127.0.0.1:" + port + "/readyz"), server, start);
            return (System.nanoTime() - start) / 1e9;
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void awaitReady(URI readyz, Process server, long start) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        while (!isReady(client, readyz)) {
            if (!server.isAlive() || System.nanoTime() - start > LONGEST_NANOS) {
                throw new IOException("the server did not become ready");
            }
            Thread.sleep(20); // nobody tells when; this is the error of the figure
        }
    }

    private static boolean isReady(HttpClient client, URI readyz) throws IOException, InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(readyz).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
