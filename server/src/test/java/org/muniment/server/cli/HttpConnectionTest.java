package org.muniment.server.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that says exactly what the test wants, byte for byte. */
class HttpConnectionTest {
    private ServerSocket listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void chunkedAnswerIsReadToItsEnd() throws IOException {
        answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\nT: 1\r\n\r\n");
        try (Server server = server()) {
            assertThat(server.get("/x").bytes()).asString(ISO_8859_1).isEqualTo("hello world");
        }
    }

    @Test
    void answerThatIsCutIsAFailure() throws IOException {
        answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
        try (Server server = server()) {
            HttpAnswer answer = server.get("/x");
            assertThatThrownBy(answer::bytes).hasMessageContaining("in the middle of its answer");
        }
        answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        try (Server server = server()) {
            HttpAnswer answer = server.get("/x");
            assertThatThrownBy(answer::bytes).hasMessageContaining("closed the connection");
        }
    }

    @Test
    void connectionThatTheServerClosedMeanwhileIsReplaced() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 2; i++) {
                answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + i + "\n", closed::countDown);
            }
        });
        try (Server server = server()) {
            assertThat(server.get("/x").bytes()).asString(ISO_8859_1).isEqualTo("0\n");
            closed.await();
            assertThat(server.get("/x").bytes()).asString(ISO_8859_1).isEqualTo("1\n");
        }
    }

    @Test
    void refusalIsReadAlthoughTheBodyCouldNotBeSent() throws Exception {
        String problem = "{\"code\":\"storage-full\",\"detail\":\"The disk is full.\"}";
        answering("HTTP/1.1 507 Full\r\nContent-Type: application/problem+json\r\nConnection: close\r\nContent-Length: "
                + problem.length() + "\r\n\r\n" + problem);
        try (Server server = server()) {
            assertThatThrownBy(() -> server.post("/x", new JsonText().put("a", "b")))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("The disk is full.");
        }
    }

    @Test
    void whatIsNoWebServerIsNamed() throws IOException {
        answering("220 mail.example.com ESMTP\r\n");
        try (Server server = server()) {
            assertThatThrownBy(() -> server.get("/x")).hasMessageContaining("no web server");
        }
    }

    @Test
    void answersHaveLimits() throws IOException {
        answering("HTTP/1.1 200 " + "x".repeat(100_000) + "\r\n\r\n");
        try (Server server = server()) {
            assertThatThrownBy(() -> server.get("/x")).hasMessageContaining("does not end");
        }
    }

    private Server server() throws CliException {
        URI url = URI.create("http://127.0.0.1:" + listener.getLocalPort());
        return new Server(new ServerAddress(url, null, "the test"), Map.of());
    }

    private void answering(String answer) {
        Thread.ofVirtual().start(() -> answer(answer, () -> {}));
    }

    /** Takes one connection, reads one request, answers and says no more. */
    private void answer(String answer, Runnable closed) {
        try (Socket socket = listener.accept()) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String line = HttpConnection.line(in); !line.isEmpty(); line = HttpConnection.line(in)) {
                // The head of the request ends with an empty line.
            }
            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            closed.run();
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client went away, which is its right.
        }
    }
}
