package org.muniment.protocols.smtp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.message.Envelope;
import org.muniment.protocols.smtp.MailReceiver.Receipt;
import org.muniment.protocols.smtp.RecordingReceiver.Mail;

/**
 * Plays a conversation from a file against a real listener.
 *
 * <pre>
 * # a comment
 * SET: messageBytes=1000 tls=on           settings, see TestSettings; before anything else
 * ANSWER: TryLater no room in the inn     what the receiver says from here on
 * C: MAIL FROM:&lt;a@example.org&gt;             the client sends a line
 * R: \r&lt;LF&gt;.\x00                          the client sends these bytes and nothing more
 * SEND:                                   what follows goes in another packet
 * S: 250 2.1.0 sender ok                  the server says this line; … at its end stands for any rest
 * S: (closed)                             the server closes
 * TLS:                                    both start TLS
 * ENVELOPE: ESMTP client.example &lt;a@b&gt; &lt;c@d&gt; &lt;e@f&gt;    the next mail that arrived
 * BYTES: Subject: x\r\n\r\n               and its bytes, several lines together
 * </pre>
 *
 * Lines of the client that follow each other go in one packet. Every mail that arrived must be mentioned.
 */
final class Transcript {
    private final List<String> lines;
    private final RecordingReceiver receiver = new RecordingReceiver();
    private final ByteArrayOutputStream toSend = new ByteArrayOutputStream();
    private final ByteArrayOutputStream expectedBytes = new ByteArrayOutputStream();
    private byte[] bytes = {};

    Transcript(List<String> lines) {
        this.lines = lines;
    }

    void play() throws Exception {
        try (SmtpListener listener = SmtpListener.open(settings().build(), receiver);
                Talk talk = new Talk(listener.port())) {
            int number = 0;
            for (String line : lines) {
                number++;
                try {
                    step(line, talk);
                } catch (AssertionError | IOException e) {
                    throw new AssertionError("line " + number + ": " + line + "\n" + e.getMessage(), e);
                }
            }
            send(talk);
            checkBytes();
        }
        assertThat(receiver.waiting()).as("mails that nobody expected").isZero();
    }

    private TestSettings settings() throws Exception {
        TestSettings settings = new TestSettings();
        for (String line : lines) {
            if (line.startsWith("SET: ")) {
                for (String each : line.substring(5).split(" ", -1)) {
                    int equals = each.indexOf('=');
                    settings.set(each.substring(0, equals), each.substring(equals + 1));
                }
            }
        }
        return settings;
    }

    private void step(String line, Talk talk) throws Exception {
        int colon = line.indexOf(':');
        String keyword = colon < 0 ? line : line.substring(0, colon);
        String rest = line.length() > colon + 2 ? line.substring(colon + 2) : "";
        if (line.isBlank() || line.startsWith("#") || keyword.equals("SET")) {
            return;
        }
        if (!keyword.equals("C") && !keyword.equals("R")) {
            send(talk);
        }
        if (!keyword.equals("BYTES")) {
            checkBytes();
        }
        switch (keyword) {
            case "C" -> toSend.writeBytes(unescape(rest + "\\r\\n"));
            case "R" -> toSend.writeBytes(unescape(rest));
            case "SEND" -> {}
            case "S" -> expect(rest, talk);
            case "TLS" -> talk.startTls(TestKey.instance().client());
            case "ANSWER" -> receiver.answer(receipt(rest));
            case "ENVELOPE" -> expectEnvelope(rest);
            case "BYTES" -> expectedBytes.writeBytes(unescape(rest));
            default -> throw new IllegalArgumentException("not a line of a transcript: " + line);
        }
    }

    private void send(Talk talk) throws IOException {
        if (toSend.size() > 0) {
            talk.send(toSend.toByteArray());
            toSend.reset();
        }
    }

    private static void expect(String expected, Talk talk) throws IOException {
        String line = talk.line();
        if (expected.equals("(closed)")) {
            assertThat(line).isNull();
        } else if (expected.endsWith("…")) {
            assertThat(line).startsWith(expected.substring(0, expected.length() - 1));
        } else {
            assertThat(line).isEqualTo(expected);
        }
    }

    private static java.util.function.Supplier<Receipt> receipt(String text) {
        int blank = text.indexOf(' ');
        String words = text.substring(blank + 1);
        return switch (text.substring(0, blank)) {
            case "Archived" -> () -> new Receipt.Archived(words);
            case "NotKept" -> () -> new Receipt.NotKept(words);
            case "TryLater" -> () -> new Receipt.TryLater(words);
            case "Full" -> () -> new Receipt.Full(words);
            case "Fails" ->
                () -> {
                    throw new IllegalStateException(words);
                };
            default -> throw new IllegalArgumentException("not an answer: " + text);
        };
    }

    private void expectEnvelope(String expected) throws InterruptedException {
        Mail mail = receiver.next();
        Envelope envelope = mail.envelope();
        assertThat(envelope.protocol() + " " + envelope.helo() + " <" + envelope.reversePath() + "> "
                        + envelope.recipients().stream().map(r -> "<" + r + ">").collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        assertThat(envelope.client()).isEqualTo("127.0.0.1");
        bytes = mail.bytes();
    }

    private void checkBytes() {
        if (expectedBytes.size() > 0) {
            assertThat(new String(bytes, ISO_8859_1)).isEqualTo(expectedBytes.toString(ISO_8859_1));
            expectedBytes.reset();
        }
    }

    private static byte[] unescape(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String plain = text.replace("<LF>", "\\n").replace("<CR>", "\\r");
        int next = 0;
        while (next < plain.length()) {
            next = unescape(plain, next, out);
        }
        return out.toByteArray();
    }

    private static int unescape(String text, int at, ByteArrayOutputStream out) {
        if (text.charAt(at) != '\\') {
            out.writeBytes(text.substring(at, at + 1).getBytes(UTF_8));
            return at + 1;
        }
        switch (text.charAt(at + 1)) {
            case 'r' -> out.write('\r');
            case 'n' -> out.write('\n');
            case 'x' -> out.write(HexFormat.fromHexDigits(text, at + 2, at + 4));
            default -> out.write(text.charAt(at + 1));
        }
        return at + (text.charAt(at + 1) == 'x' ? 4 : 2);
    }
}
