package org.muniment.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.message.Mails.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attachments out of mails, by the numbers under which the reader lists them. */
class PartsTest {
    private static final Limits SMALL = new Limits(4_000, 40, 5, 20, 30, 2_000);

    static List<Path> mails() throws IOException {
        return GoldenMailTest.mails();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyListedAttachmentIsThereUnderItsNumber(Path file) throws IOException {
        check(Files.readAllBytes(file), Limits.standard(), file.toString());
    }

    @Test
    void brokenMailHasTheSameNumbersInBothReaders() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        var mails = mails();
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = Files.readAllBytes(mails.get(random.nextInt(mails.size())));
            for (int change = random.nextInt(4); change >= 0 && bytes.length > 0; change--) {
                int at = random.nextInt(bytes.length);
                if (random.nextInt(4) == 0) {
                    bytes = Arrays.copyOf(bytes, at);
                } else {
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
            }
            check(bytes, random.nextBoolean() ? SMALL : Limits.standard(), "seed " + seed + " round " + round);
        }
    }

    /** Reads every attachment that is listed, and what the mail shows. */
    static void check(byte[] bytes, Limits limits, String where) throws IOException {
        MemoryMessage raw = new MemoryMessage(bytes);
        Message message = new MessageReader(limits).read(raw);
        AttachmentReader reader = new AttachmentReader(limits);
        int number = 0;
        for (Attachment listed : message.attachments()) {
            assertThat(listed.number()).as(where).isEqualTo(++number);
            assertThat(reader.find(raw, number)).as(where).contains(listed);
            assertThat(content(reader, raw, number)).as(where).hasSize((int) listed.size());
        }
        assertThat(reader.find(raw, number + 1)).as(where).isEmpty();
        assertThat(reader.find(raw, 0)).as(where).isEmpty();
        Body body = new BodyReader(limits).read(raw);
        assertThat(body.html() != null).as(where).isEqualTo(message.html());
    }

    private static byte[] content(AttachmentReader reader, RawMessage raw, int number) throws IOException {
        try (InputStream in = reader.open(raw, number)) {
            return in.readAllBytes();
        }
    }

    @Test
    void attachmentIsDecodedAndDescribed() throws IOException {
        RawMessage raw = mail(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "text",
                "--b",
                "Content-Type: text/plain; charset=gbk",
                "Content-Disposition: inline; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.txt",
                "Content-ID: <part@x>",
                "Content-Transfer-Encoding: base64",
                "",
                "SGVsbG8=",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: inside",
                "",
                "nested",
                "--b--");
        AttachmentReader reader = new AttachmentReader(Limits.standard());

        assertThat(reader.find(raw, 1)).contains(new Attachment(1, "报价.txt", "text/plain", 5, true, "part@x"));
        assertThat(content(reader, raw, 1)).isEqualTo("Hello".getBytes(UTF_8));
        assertThat(reader.find(raw, 2)).contains(new Attachment(2, "inside", "message/rfc822", 25, false, null));
        assertThat(content(reader, raw, 2)).isEqualTo("Subject: inside\r\n\r\nnested".getBytes(UTF_8));
        assertThatThrownBy(() -> reader.open(raw, 3)).isInstanceOf(IOException.class);
    }
}
