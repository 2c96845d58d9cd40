package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Promise 2: what went in comes out, byte for byte. */
final class FidelityTest {
    private static final byte[] FRAGMENTS = "\r\n.\r\n..\r.\n".getBytes(US_ASCII);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final RecordingReceiver receiver = new RecordingReceiver();

    @Test
    void anyBodyArrivesAsItWasHoweverItIsCut() throws Exception {
        try (SmtpListener listener = SmtpListener.open(new TestSettings().build(), receiver);
                Talk talk = Talk.greeted(listener.port())) {
            for (int round = 0; round < 150; round++) {
                check(talk, body(random.nextInt(round % 10 == 0 ? 300_000 : 3_000)), round);
            }
        }
    }

    @Test
    void anyBodyArrivesAsItWasUnderTls() throws Exception {
        try (SmtpListener listener = SmtpListener.open(new TestSettings().tls().build(), receiver);
                Talk talk = Talk.greeted(listener.port())) {
            talk.say("STARTTLS");
            talk.hear("220 ");
            talk.startTls(TestKey.instance().client());
            talk.say("EHLO client.example");
            talk.hear("250 ");
            for (int round = 0; round < 50; round++) {
                check(talk, body(random.nextInt(round % 10 == 0 ? 300_000 : 3_000)), round);
            }
        }
    }

    @Test
    void loadClientDeliversAsFaithfully() throws Exception {
        try (SmtpListener listener = SmtpListener.open(new TestSettings().build(), receiver);
                SmtpClient plain = new SmtpClient(address(listener), false);
                SmtpClient pipelining = new SmtpClient(address(listener), true)) {
            for (int round = 0; round < 100; round++) {
                byte[] body = body(random.nextInt(30_000));
                SmtpClient client = round % 2 == 0 ? plain : pipelining;
                assertThat(client.deliver("a@example.org", List.of("b@example.org", "c@example.org"), body))
                        .startsWith("250 2.0.0 archived as ");
                assertThat(receiver.next().bytes())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(body);
            }
        }
    }

    @Test
    void thousandsOfRecipientsAreAllKeptInTheirOrder() throws Exception {
        List<String> recipients = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            recipients.add("somebody.with.a.name." + i + "@department" + i + ".example.org");
        }
        try (SmtpListener listener = SmtpListener.open(new TestSettings().build(), receiver);
                SmtpClient client = new SmtpClient(address(listener), false)) {
            client.deliver("a@example.org", recipients, body(100));
            assertThat(receiver.next().envelope().recipients()).isEqualTo(recipients);
        }
    }

    private static InetSocketAddress address(SmtpListener listener) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port());
    }

    private void check(Talk talk, byte[] body, int round) throws Exception {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        sent.writeBytes("MAIL FROM:<>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n".getBytes(US_ASCII));
        sent.writeBytes(stuffed(body));
        sent.writeBytes(".\r\n".getBytes(US_ASCII));
        sendInPieces(talk, sent.toByteArray());
        talk.hear("250 2.1.0");
        talk.hear("250 2.1.5");
        talk.hear("354 ");
        talk.hear("250 2.0.0 archived as ");
        assertThat(receiver.next().bytes()).as("seed %d, round %d", seed, round).isEqualTo(body);
    }

    private void sendInPieces(Talk talk, byte[] bytes) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 5_000 : 70_000));
            byte[] piece = new byte[end - at];
            System.arraycopy(bytes, at, piece, 0, piece.length);
            talk.send(piece);
            at = end;
        }
    }

    /** Random bytes with many line ends and dots, ending with CRLF as SMTP demands. */
    private byte[] body(int length) {
        byte[] body = new byte[length + 2];
        random.nextBytes(body);
        for (int i = 0; i < length; i += 1 + random.nextInt(12)) {
            body[i] = FRAGMENTS[random.nextInt(FRAGMENTS.length)];
        }
        for (int i = 0; i + FRAGMENTS.length < length; i += FRAGMENTS.length + random.nextInt(300)) {
            System.arraycopy(FRAGMENTS, 0, body, i, FRAGMENTS.length);
        }
        body[length] = '\r';
        body[length + 1] = '\n';
        return body;
    }

    private static byte[] stuffed(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < body.length; i++) {
            boolean lineStart = i == 0 || (i >= 2 && body[i - 1] == '\n' && body[i - 2] == '\r');
            if (body[i] == '.' && lineStart) {
                out.write('.');
            }
            out.write(body[i]);
        }
        return out.toByteArray();
    }
}
