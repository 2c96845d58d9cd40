package org.muniment.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mail made to break a reader: whatever comes, it answers in time, within its limits, and does not fail. */
@Timeout(120)
final class HostileMailTest {
    private static final Limits SMALL = new Limits(4_000, 40, 5, 20, 30, 2_000);

    @Test
    void randomChangesOfGoldenMailNeverMakeTheReaderFail() throws IOException {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz.seed=" + seed);
        var random = new Random(seed);
        List<Path> mails = GoldenMailTest.mails();
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 4_000); round++) {
            byte[] bytes = Files.readAllBytes(mails.get(random.nextInt(mails.size())));
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes = changed(bytes, random);
            }
            Limits limits = random.nextBoolean() ? SMALL : Limits.standard();
            check(bytes, limits, "fuzz.seed=" + seed + " round " + round);
        }
    }

    private static void check(byte[] bytes, Limits limits, String where) throws IOException {
        Message message = new MessageReader(limits).read(new MemoryMessage(bytes));
        assertThat(kinds(message)).as(where).doesNotContain(Defect.Kind.READER_FAILED);
        assertThat(message.text().length()).as(where).isLessThanOrEqualTo(limits.textChars());
        assertThat(message.to().size() + message.cc().size()).as(where).isLessThanOrEqualTo(limits.addresses());
        assertThat(message.attachments().size()).as(where).isLessThanOrEqualTo(limits.parts());
        Message slowly = new MessageReader(limits).read(new TricklingMessage(bytes, 3));
        assertThat(slowly.fingerprint()).as(where).isEqualTo(message.fingerprint());
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 2 -> insert(bytes, at, piece(random));
            default -> insert(bytes, at, Arrays.copyOfRange(bytes, at, at + random.nextInt(bytes.length - at)));
        };
    }

    private static byte[] piece(Random random) {
        String[] pieces = {
            "\r",
            "\n",
            "\r\n\r\n",
            "--b\r\n",
            "=",
            "==",
            "=?utf-8?q?",
            "?=",
            "\"",
            "(",
            "<",
            "\0",
            "\u00ff",
            "Content-Type: multipart/mixed; boundary=b\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "<!--",
            "&#x",
            ";"
        };
        return pieces[random.nextInt(pieces.length)].getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] insert(byte[] bytes, int at, byte[] piece) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + piece.length);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(bytes, at, longer, at + piece.length, bytes.length - at);
        return longer;
    }

    @Test
    void whatCostsSquaredTimeElsewhereIsReadInTime() {
        List<String> slow = new ArrayList<>();
        slow.add("Subject: " + "=?a".repeat(300_000) + "\r\n\r\n");
        slow.add("Subject: " + "=?a?q?".repeat(150_000) + "?=\r\n\r\n");
        slow.add("To: " + ":@".repeat(400_000) + "\r\n\r\n");
        slow.add("To: " + "(".repeat(900_000) + "\r\n\r\n");
        slow.add("To: " + "a <".repeat(300_000) + "\r\n\r\n");
        slow.add("Date: " + "1 ".repeat(400_000) + "\r\n\r\n");
        slow.add("Content-Type: text/plain; " + "( ".repeat(400_000) + "\r\n\r\n");
        slow.add("Content-Type: text/plain; " + "a*0=b;".repeat(150_000) + "\r\n\r\n");
        slow.add("References: " + "<a ".repeat(300_000) + "\r\n\r\n");
        for (String html :
                List.of("<a ", "<!--", "<script>", "<style>", "<a x=\">\" ", "<a x='", "&", "<img alt=", "<", "<p>")) {
            slow.add("Content-Type: text/html\r\n\r\n" + html.repeat(4_000_000 / html.length()));
        }
        slow.add("Content-Type: multipart/mixed; boundary=a\r\n\r\n" + "--a\r\n".repeat(1_000_000));
        slow.add("Content-Type: multipart/mixed; boundary=a\r\n\r\n" + "--ab\r\n".repeat(1_000_000));
        slow.add("Subject: " + distinctCharsets() + "\r\n\r\n");
        for (String mail : slow) {
            Assertions.assertThatCode(() -> readQuickly(mail))
                    .as(mail.substring(0, 60))
                    .doesNotThrowAnyException();
        }
    }

    private static String distinctCharsets() {
        var words = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            words.append("=?x").append(i).append("?q?a?= ");
        }
        return words.toString();
    }

    private static void readQuickly(String mail) throws IOException {
        long start = System.nanoTime();
        check(mail.getBytes(StandardCharsets.ISO_8859_1), Limits.standard(), "hostile");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aMailOfTenThousandPartsIsReadToTheLimitAndHashedToTheEnd() throws IOException {
        String parts = "--a\r\n\r\nx\r\n".repeat(10_000);
        Message one = read("Content-Type: multipart/mixed; boundary=a\r\n\r\n" + parts + "--a--");
        Message other =
                read("Content-Type: multipart/mixed; boundary=a\r\n\r\n" + parts.substring(0, 99_990) + "y\r\n--a--");
        assertThat(kinds(one)).contains(Defect.Kind.LIMIT_REACHED);
        assertThat(one.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    @Test
    void partsNestedTooDeepAreHashedThoughNotRead() throws IOException {
        var nest = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            nest.append("Content-Type: message/rfc822\r\n\r\n");
        }
        Message one = read(nest + "\r\none");
        assertThat(kinds(one)).contains(Defect.Kind.LIMIT_REACHED);
        assertThat(one.fingerprint()).isNotEqualTo(read(nest + "\r\nother").fingerprint());
    }

    @Test
    void aHeaderSectionBeyondTheLimitsIsHashedThoughNotRead() throws IOException {
        String fields = "X-Filler: 0123456789\r\n".repeat(20_000);
        Message one = read("Subject: s\r\n" + fields + "X-Last: one\r\n\r\nbody");
        assertThat(one.subject()).isEqualTo("s");
        assertThat(one.text()).isEqualTo("body");
        assertThat(kinds(one)).containsExactly(Defect.Kind.LIMIT_REACHED);
        assertThat(one.fingerprint())
                .isNotEqualTo(read("Subject: s\r\n" + fields + "X-Last: two\r\n\r\nbody")
                        .fingerprint());
    }

    private static Message read(String mail) throws IOException {
        return new MessageReader(Limits.standard()).read(new MemoryMessage(mail.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Defect.Kind> kinds(Message message) {
        return message.defects().stream().map(Defect::kind).distinct().toList();
    }
}
