package org.muniment.server.whole;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archives;
import org.muniment.server.testing.Api;

/** 200 connections and several mails of 150 MB at once fit the whole server in 512 MB of heap. */
@Tag("crash")
class WholeServerMemoryTest {
    private static final int WAITING = 195;
    private static final int LARGE_MAILS = 4;
    private static final int LARGE = 149 << 20;
    private static final byte[] LINE = ("x".repeat(76) + "\r\n").getBytes(US_ASCII);

    @TempDir
    private Path home;

    @Test
    @Timeout(600)
    void manyConnectionsAndLargeMailsFitAndComeBack() throws Exception {
        ServerProcess.prepare(home);
        List<Client> waiting = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(home)) {
            for (int i = 0; i < WAITING; i++) {
                waiting.add(halfway(server.smtpPort(), i));
            }
            List<Sent> sent = sendLargeMails(server.smtpPort());
            for (Client client : waiting) {
                client.say(".\r\n");
                client.expect("250 2.0.0 archived as msg_");
                client.close();
            }
            Api api = server.signedIn();
            for (Sent mail : sent) {
                assertThat(api.get("/messages/" + mail.id).json().get("sha256").asString())
                        .isEqualTo(mail.sha256);
            }
        }
        assertThat(Archives.verify(ServerProcess.archive(home), null).failures())
                .isEmpty();
    }

    private record Sent(String id, String sha256) {}

    /** A client in the middle of a mail of 200 kB, which lies in memory until it is whole. */
    private static Client halfway(int port, int i) throws IOException {
        Client client = new Client(port);
        client.begin();
        client.say("Subject: waiting " + i + "\r\nTo: b@example.org\r\n\r\n");
        for (int sent = 0; sent < 200_000; sent += LINE.length) {
            client.out.write(LINE);
        }
        client.out.flush();
        return client;
    }

    private static List<Sent> sendLargeMails(int port) throws Exception {
        List<Callable<Sent>> mails = new ArrayList<>();
        for (int i = 0; i < LARGE_MAILS; i++) {
            int number = i;
            mails.add(() -> sendLargeMail(port, number));
        }
        List<Sent> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(LARGE_MAILS)) {
            for (Future<Sent> mail : threads.invokeAll(mails)) {
                sent.add(mail.get());
            }
        }
        return sent;
    }

    private static Sent sendLargeMail(int port, int number) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Client client = new Client(port)) {
            client.begin();
            byte[] head = ("Subject: large " + number + "\r\nTo: b@example.org\r\n\r\n").getBytes(US_ASCII);
            client.out.write(head);
            digest.update(head);
            for (int sent = 0; sent < LARGE; sent += LINE.length) {
                client.out.write(LINE);
                digest.update(LINE);
            }
            client.say(".\r\n");
            String id = client.expect("250 2.0.0 archived as ").substring("250 2.0.0 archived as ".length());
            return new Sent(id, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static final class Client implements Closeable {
        private final Socket socket;
        private final BufferedReader in;
        private final OutputStream out;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII), 512);
            out = new java.io.BufferedOutputStream(socket.getOutputStream(), 1 << 14);
        }

        void begin() throws IOException {
            expect("220 ");
            say("HELO client.example\r\n");
            expect("250 ");
            say("MAIL FROM:<a@example.org>\r\n");
            expect("250 ");
            say("RCPT TO:<b@example.org>\r\n");
            expect("250 ");
            say("DATA\r\n");
            expect("354 ");
        }

        void say(String text) throws IOException {
            out.write(text.getBytes(US_ASCII));
            out.flush();
        }

        String expect(String start) throws IOException {
            String line = String.valueOf(in.readLine());
            assertThat(line).startsWith(start);
            return line;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
