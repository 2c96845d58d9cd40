package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.protocols.smtp.RecordingReceiver.Mail;

/** Programs of others deliver to us: Postfix as in the operating guide, and swaks. */
@Tag("installed")
@Timeout(120)
final class PeerTest {
    private static final String MESSAGE = """
            From: Ada <ada@example.org>\r
            To: bob@example.org\r
            Subject: from a peer\r
            Date: Mon, 5 Jan 2026 10:00:00 +0000\r
            Message-ID: <peer-%d@example.org>\r
            \r
            .leading dot\r
            .\r
            ..\r
            eight bits: \u00e4\u00ff\r
            trailing blanks  \r
            a long line: %s\r
            \r
            \r
            """;

    private final RecordingReceiver receiver = new RecordingReceiver();

    @Test
    void postfixCopiesItsMailToUs() throws Exception {
        copyOverPostfix(false, "ESMTP");
    }

    @Test
    void postfixCopiesItsMailToUsUnderTls() throws Exception {
        copyOverPostfix(true, "ESMTPS");
    }

    private void copyOverPostfix(boolean tls, String protocol) throws Exception {
        TestSettings settings = tls ? new TestSettings().tls() : new TestSettings();
        try (SmtpListener listener = SmtpListener.open(settings.build(), receiver);
                Postfix postfix = Postfix.start(listener.port(), tls)) {
            try (SmtpClient client = new SmtpClient(postfix.address(), false)) {
                for (int i = 0; i < 20; i++) {
                    byte[] message = MESSAGE.formatted(i, "x".repeat(3_000)).getBytes(ISO_8859_1);
                    assertThat(client.deliver("ada@example.org", List.of("bob@example.org", "x@example.net"), message))
                            .startsWith("250 ");
                }
            }
            assertThat(mailsWithoutTrace(20)).containsExactlyInAnyOrderElementsOf(numbered(20));
            assertThat(receiver.waiting()).isZero();
            assertThat(protocols).containsOnly(protocol);
            assertThat(postfix.log()).contains("archived as msg_test-1");
        }
    }

    private final List<String> protocols = new ArrayList<>();

    /** What arrived, without the header fields that Postfix put in front. */
    private List<String> mailsWithoutTrace(int count) throws InterruptedException {
        List<String> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Mail mail = receiver.next();
            assertThat(mail.envelope().reversePath()).isEqualTo("ada@example.org");
            assertThat(mail.envelope().recipients()).containsExactly("journal@archive.example.org");
            protocols.add(String.valueOf(mail.envelope().protocol()));
            String text = new String(mail.bytes(), ISO_8859_1);
            mails.add(text.substring(text.indexOf("From: Ada")));
        }
        return mails;
    }

    private static List<String> numbered(int count) {
        List<String> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mails.add(MESSAGE.formatted(i, "x".repeat(3_000)));
        }
        return mails;
    }

    @Test
    void swaksDeliversUnderTlsWithPipelining(@TempDir Path folder) throws Exception {
        String message = "Subject: swaks\r\n\r\n.dot\r\ngr\u00fc\u00dfe\r\n";
        Path file = Files.writeString(folder.resolve("message.eml"), message.replace("\r\n", "\n"), UTF_8);
        try (SmtpListener listener = SmtpListener.open(new TestSettings().tls().build(), receiver)) {
            String output = Program.run(
                    "swaks and libnet-ssleay-perl",
                    List.of(
                            "swaks",
                            "--server",
                            "127.0.0.1:" + listener.port(),
                            "--ehlo",
                            "swaks.example",
                            "--from",
                            "<>",
                            "--to",
                            "bob@example.org,carol@example.org",
                            "--tls",
                            "--pipeline",
                            "--data",
                            "@" + file));
            assertThat(output).contains("250 2.0.0 archived as msg_test-1").contains("221 2.0.0 bye");
        }
        Mail mail = receiver.next();
        assertThat(mail.envelope().protocol()).isEqualTo("ESMTPS");
        assertThat(mail.envelope().reversePath()).isEmpty();
        assertThat(mail.envelope().recipients()).containsExactly("bob@example.org", "carol@example.org");
        assertThat(new String(mail.bytes(), UTF_8)).startsWith(message);
    }
}
