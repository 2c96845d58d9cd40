package org.muniment.server.listeners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveFixture;
import org.muniment.archive.Archives;
import org.muniment.archive.Rules;
import org.muniment.message.RawMessage;
import org.muniment.protocols.smtp.SmtpClient;
import org.muniment.server.testing.TestServer;

/** One listener, real SMTP, several organisations with real archives: who gets which mail, and when 250 is said. */
class DeliveryToSeveralTest {
    private static final String FIRST = "org_1";
    private static final String SECOND = "org_2";
    private static final Map<String, String> DOMAINS = Map.of(FIRST, "example.org", SECOND, "other.example");

    @TempDir
    private Path home;

    private final Map<String, Archive> open = new ConcurrentHashMap<>();
    private final Set<String> off = ConcurrentHashMap.newKeySet();
    private Listeners listeners;

    /** What is open now; an archive may be closed and opened again while mail comes. */
    private final class Open implements Addressees {
        @Override
        public Addressee first() {
            return addressee(FIRST);
        }

        @Override
        public boolean isAlone() {
            return false;
        }

        @Override
        public Optional<Addressee> ofDomain(String domain) {
            return DOMAINS.entrySet().stream()
                    .filter(one -> one.getValue().equals(domain))
                    .map(one -> addressee(one.getKey()))
                    .findFirst();
        }

        private Addressee addressee(String id) {
            return new Addressee(id, open.get(id), !off.contains(id));
        }
    }

    @BeforeEach
    void listen() throws IOException {
        open(FIRST);
        open(SECOND);
        listeners = new Listeners(
                TestServer.settings(home, Map.of("MUNIMENT_SMTP_PORT", "0")).smtp(),
                new SmtpStarter(),
                InstantSource.system());
        listeners.start(new Open());
    }

    private void open(String id) throws IOException {
        Archive.Settings usual = ArchiveFixture.settings(home, () -> new Rules(true, Set.of()));
        open.put(
                id,
                Archives.open(new Archive.Settings(
                        home,
                        id,
                        home.resolve("keys-" + id),
                        home.resolve("keys-copy-" + id),
                        usual.masterKey(),
                        () -> new Rules(!off.contains(id), Set.of(DOMAINS.get(id))),
                        5,
                        0)));
    }

    @AfterEach
    void close() throws IOException {
        listeners.stop();
        for (Archive archive : open.values()) {
            archive.close();
        }
    }

    private String deliver(String sender, List<String> recipients, byte[] mail) throws IOException {
        int port = listeners.smtp().orElseThrow().port();
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var client = new SmtpClient(server, true)) {
            return client.deliver(sender, recipients, mail);
        }
    }

    private static byte[] mail(String from, String to, String text) {
        return ("From: " + from + "\r\nTo: " + to + "\r\nSubject: " + text + "\r\n\r\n" + text + "\r\n")
                .getBytes(UTF_8);
    }

    private static byte[] largeMail(String from, String to) {
        var text = new StringBuilder("From: " + from + "\r\nTo: " + to + "\r\nSubject: large\r\n\r\n");
        var random = new Random(20_261_126);
        while (text.length() < 3 << 20) {
            text.append(Long.toHexString(random.nextLong())).append("\r\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    private long archived(String id) {
        return open.get(id).status().archived();
    }

    private long excluded(String id) {
        return open.get(id).status().excluded();
    }

    private byte[] original(String id, String message) throws Exception {
        try (RawMessage raw = ArchiveFixture.admin(open.get(id)).raw(message);
                InputStream in = raw.open()) {
            return in.readAllBytes();
        }
    }

    private static String idIn(String reply) {
        return reply.substring(reply.indexOf("msg_") + 4).split(" ")[0];
    }

    @Test
    void mailThatConcernsOneOrganisationGoesToThatOneAlone() throws Exception {
        byte[] mail = mail("x@example.net", "bob@other.example", "for the second");
        assertThat(deliver("x@example.net", List.of("bob@other.example"), mail))
                .startsWith("250 2.0.0 archived as msg_");
        assertThat(archived(SECOND)).isEqualTo(1);
        assertThat(archived(FIRST)).isZero();
        assertThat(excluded(FIRST)).isZero();
        assertThat(listeners.lastReceived(FIRST)).isEmpty();
        assertThat(listeners.accepted(FIRST)).isZero();
        assertThat(listeners.lastReceived(SECOND).orElseThrow().outcome()).isEqualTo(Received.Result.ARCHIVED);
        assertThat(listeners.accepted(SECOND)).isEqualTo(1);
    }

    @Test
    void mailBetweenTwoOrganisationsIsInBothWhenItIsAcknowledged() throws Exception {
        byte[] mail = mail("ada@example.org", "Bob <BOB@Other.Example>", "for both");
        String reply = deliver("ada@example.org", List.of("journal@collector.example"), mail);
        assertThat(reply).matches("250 2.0.0 archived as msg_\\S+ and msg_\\S+");
        assertThat(archived(FIRST)).isEqualTo(1);
        assertThat(archived(SECOND)).isEqualTo(1);
        assertThat(original(FIRST, idIn(reply))).isEqualTo(mail);
        assertThat(original(SECOND, idIn(reply.substring(reply.indexOf(" and ")))))
                .isEqualTo(mail);
    }

    @Test
    void aBlindCopyConcernsItsOrganisationToo() throws Exception {
        byte[] mail = mail("x@example.net", "ada@example.org", "blind copy");
        assertThat(deliver("x@example.net", List.of("ada@example.org", "hidden@other.example"), mail))
                .startsWith("250");
        assertThat(archived(FIRST)).isEqualTo(1);
        assertThat(archived(SECOND)).isEqualTo(1);
    }

    @Test
    void mailOfNobodyIsRecordedInTheDefaultOrganisation() throws Exception {
        byte[] mail = mail("x@example.net", "y@example.com", "for nobody");
        assertThat(deliver("x@example.net", List.of("y@example.com"), mail)).contains("no-organisation");
        assertThat(excluded(FIRST)).isEqualTo(1);
        assertThat(excluded(SECOND)).isZero();
        assertThat(listeners.lastReceived(SECOND)).isEmpty();
    }

    @Test
    void aHeaderThatNobodyCanReadGoesByItsEnvelope() throws Exception {
        byte[] mail = "\0\1 no header at all\r\n\r\n?".getBytes(UTF_8);
        assertThat(deliver("x@example.net", List.of("bob@other.example"), mail)).startsWith("250 2.0.0 archived");
        assertThat(archived(SECOND)).isEqualTo(1);
        assertThat(archived(FIRST)).isZero();
    }

    @Test
    void whatTheSecondCannotTakeIsPutOffAndTheRetryAddsNothingInTheFirst() throws Exception {
        for (byte[] mail : List.of(
                mail("ada@example.org", "bob@other.example", "late"),
                largeMail("ada@example.org", "bob@other.example"))) {
            open.get(SECOND).close();
            long before = archived(FIRST);
            assertThat(deliver("ada@example.org", List.of("bob@other.example"), mail))
                    .startsWith("451 4.3.0");
            assertThat(archived(FIRST)).isEqualTo(before + 1);
            assertThat(listeners.lastReceived(SECOND).orElseThrow().outcome()).isEqualTo(Received.Result.NOT_KEPT);
            assertThat(listeners.lastReceived(FIRST).orElseThrow().outcome()).isEqualTo(Received.Result.ARCHIVED);
            long records = open.get(FIRST).status().lastRecord();
            open(SECOND);
            long there = archived(SECOND);
            assertThat(deliver("ada@example.org", List.of("bob@other.example"), mail))
                    .startsWith("250 2.0.0 archived");
            assertThat(open.get(FIRST).status().lastRecord()).isEqualTo(records);
            assertThat(archived(SECOND)).isEqualTo(there + 1);
        }
    }

    @Test
    void anOrganisationThatIsOffCountsItsOwnExclusionAndTheOtherArchives() throws Exception {
        off.add(FIRST);
        byte[] mail = mail("ada@example.org", "bob@other.example", "half off");
        assertThat(deliver("ada@example.org", List.of("bob@other.example"), mail))
                .startsWith("250 2.0.0 archived");
        assertThat(archived(FIRST)).isZero();
        assertThat(excluded(FIRST)).isEqualTo(1);
        assertThat(archived(SECOND)).isEqualTo(1);
        off.add(SECOND);
        assertThat(deliver("bob@other.example", List.of("bob@other.example"), mail))
                .contains("archiving-off");
        assertThat(excluded(SECOND)).isEqualTo(1);
    }

    @Test
    void whatThrewTheDeliveryBackIsNotCountedTwiceWhereArchivingIsOff() throws Exception {
        off.add(FIRST);
        byte[] mail = mail("ada@example.org", "bob@other.example", "off and broken");
        open.get(SECOND).close();
        assertThat(deliver("ada@example.org", List.of("bob@other.example"), mail))
                .startsWith("451");
        open(SECOND);
        assertThat(deliver("ada@example.org", List.of("bob@other.example"), mail))
                .startsWith("250");
        assertThat(excluded(FIRST)).isEqualTo(1);
    }

    @Test
    void aLargeMailComesBackByteForByteInBothAndLeavesNothingBehind() throws Exception {
        byte[] mail = largeMail("ada@example.org", "bob@other.example");
        String reply = deliver("ada@example.org", List.of("bob@other.example"), mail);
        assertThat(reply).startsWith("250 2.0.0 archived as msg_");
        assertThat(original(FIRST, idIn(reply))).isEqualTo(mail);
        assertThat(original(SECOND, idIn(reply.substring(reply.indexOf(" and ")))))
                .isEqualTo(mail);
        assertThat(largeFiles(FIRST)).isEqualTo(1);
        assertThat(largeFiles(SECOND)).isEqualTo(1);
        assertThat(open.get(FIRST).verify(null).intact()).isTrue();
        assertThat(open.get(SECOND).verify(null).intact()).isTrue();
    }

    @Test
    void aLargeMailOfTheSecondNeverLiesWithTheFirst() throws Exception {
        byte[] mail = largeMail("x@example.net", "bob@other.example");
        assertThat(deliver("x@example.net", List.of("journal@collector.example"), mail))
                .startsWith("250");
        assertThat(largeFiles(FIRST)).isZero();
        assertThat(largeFiles(SECOND)).isEqualTo(1);
    }

    @Test
    void aLargeMailOfNobodyIsNotKeptAnywhere() throws Exception {
        byte[] mail = largeMail("x@example.net", "y@example.com");
        assertThat(deliver("x@example.net", List.of("y@example.com"), mail)).contains("no-organisation");
        assertThat(largeFiles(FIRST) + largeFiles(SECOND)).isZero();
    }

    private long largeFiles(String id) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("organisations").resolve(id))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 1 << 20)
                    .filter(file -> !file.toString().endsWith(".mv"))
                    .count();
        }
    }
}
