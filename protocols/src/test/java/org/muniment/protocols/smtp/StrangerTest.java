package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a stranger sends, each reply is one of ours and the next client is served. */
final class StrangerTest {
    private static final List<String> WORDS = List.of(
            "EHLO",
            "HELO x",
            "MAIL FROM:",
            "<a@b>",
            "RCPT TO:",
            "<",
            ">",
            "\"",
            "\\",
            "@",
            ":",
            "DATA",
            "\r\n",
            "\r\n",
            "\r\n",
            "\n",
            "\r",
            ".",
            "\r\n.\r\n",
            "SIZE=",
            "999999999999999999999",
            "SMTPUTF8",
            " ",
            "=",
            "RSET",
            "NOOP",
            "QUIT ",
            "STARTTLS",
            "VRFY",
            "\u0000",
            "\u00ff",
            "\u00c3\u00a4",
            "x".repeat(5_000));

    @Test
    void anythingMayBeSaid() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        RecordingReceiver receiver = new RecordingReceiver();
        try (SmtpListener listener = SmtpListener.open(new TestSettings().build(), receiver)) {
            for (int round = 0; round < 300; round++) {
                try (Talk talk = Talk.greeted(listener.port())) {
                    assertAllRepliesAreOurs(talk, nonsense(random), "seed " + seed + ", round " + round);
                }
            }
            await().until(() -> listener.counts().door().present() == 0);
            assertThat(listener.counts().deferred())
                    .as("faults of ours, seed %d", seed)
                    .isZero();
        }
    }

    private static byte[] nonsense(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\n" : "");
        int words = random.nextInt(60);
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.append("\r\n.\r\nQUIT\r\n").toString().getBytes(ISO_8859_1);
    }

    /** Reads until the listener closes; it may reset the connection if it was told more than it wanted to hear. */
    private static void assertAllRepliesAreOurs(Talk talk, byte[] sent, String where) {
        try {
            talk.send(sent);
            for (String line = talk.line(); line != null; line = talk.line()) {
                assertThat(line).as(where).matches("(220|221|250|252|354|421|50[0123]|55[235])[ -][ -~]*");
            }
        } catch (IOException e) {
            assertThat(e).as(where).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }
}
