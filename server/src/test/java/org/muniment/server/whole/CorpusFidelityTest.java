package org.muniment.server.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveFixture;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.MessageView;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.mailbox.Format;
import org.muniment.mailbox.Item;
import org.muniment.mailbox.MailFiles;
import org.muniment.mailbox.Options;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.protocols.smtp.SmtpClient;
import org.muniment.server.listeners.Addressees;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.listeners.SmtpStarter;
import org.muniment.server.testing.TestServer;

/** Promise 2 on real mail: what goes in, by import and by SMTP, comes out byte for byte. */
@Tag("corpus")
class CorpusFidelityTest {
    private static final List<String> SINGLE_FILES =
            List.of("suite", "suite-dsn", "spamassassin", "phishing-cwl", "phishing-pot");
    private static final List<String> MAILBOXES = List.of("lists-ponymail", "lists-rhelp");

    @TempDir
    private Path home;

    private static Path corpus() {
        return Path.of(Objects.requireNonNull(
                System.getenv("MUNIMENT_CORPUS"), "set MUNIMENT_CORPUS to the folder with the unpacked corpus"));
    }

    @Test
    void everyFileComesBackAfterAnImport() throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            Map<String, String> expected = new TreeMap<>();
            for (String set : SINGLE_FILES) {
                importAll(archive, corpus().resolve(set), Options.of(Format.EML), expected);
            }
            for (String set : MAILBOXES) {
                importAll(archive, corpus().resolve(set), Options.standard(), expected);
            }
            System.out.println(expected.size() + " records of an import compared");
            assertThat(expected.size()).isGreaterThan(10_000);
            compare(archive, expected);
            assertThat(archive.verify(null).failures()).isEmpty();
        }
    }

    private static void importAll(Archive archive, Path path, Options options, Map<String, String> expected)
            throws Exception {
        try (MailFiles files = MailFiles.open(List.of(path), options)) {
            for (var found = files.next(); found != null; found = files.next()) {
                if (found instanceof Item item) {
                    importOne(archive, item, expected);
                }
            }
        }
    }

    private static void importOne(Archive archive, Item item, Map<String, String> expected) throws Exception {
        byte[] bytes;
        try (InputStream in = item.open()) {
            bytes = in.readAllBytes();
        }
        Provenance.Item origin =
                new Provenance.Item(item.containerSha256(), item.position(), item.path(), item.readSha256());
        try (RawMessage raw = ArchiveFixture.spooled(archive, bytes)) {
            Outcome outcome =
                    archive.ingest(new Provenance("import", Instant.now(), origin, false), Envelope.none(), raw);
            expected.put(record(outcome), sha256(bytes));
        }
    }

    /** Message and record, apart by a blank. */
    private static String record(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Archived archived -> archived.message() + " " + archived.message();
            case Outcome.Merged merged -> merged.message() + " " + merged.sighting();
            case Outcome.Excluded excluded -> throw new AssertionError("excluded by " + excluded.rule());
        };
    }

    private static void compare(Archive archive, Map<String, String> expected) throws Exception {
        ArchiveSession session = ArchiveFixture.admin(archive);
        for (var entry : expected.entrySet()) {
            String[] ids = entry.getKey().split(" ");
            try (RawMessage raw = session.sighting(ids[0], ids[1]);
                    InputStream in = raw.open()) {
                assertThat(sha256(in.readAllBytes())).as(entry.getKey()).isEqualTo(entry.getValue());
            }
        }
    }

    @Test
    void everyFileComesBackAfterADeliveryBySmtp() throws Exception {
        try (Archive archive = ArchiveFixture.open(home)) {
            Listeners listeners = new Listeners(
                    TestServer.settings(home, Map.of("MUNIMENT_SMTP_PORT", "0")).smtp(),
                    new SmtpStarter(),
                    InstantSource.system());
            listeners.start(Addressees.only(archive));
            int port = listeners.smtp().orElseThrow().port();
            Map<String, String> answered = new TreeMap<>();
            InetSocketAddress server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (SmtpClient client = new SmtpClient(server, true)) {
                for (String set : SINGLE_FILES) {
                    deliverAll(client, corpus().resolve(set), answered);
                }
            }
            listeners.stop();
            System.out.println(answered.size() + " deliveries compared");
            assertThat(answered.size()).isGreaterThan(5_000);
            compareSightings(archive, answered);
        }
    }

    private static void deliverAll(SmtpClient client, Path folder, Map<String, String> answered) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] mail = withCrLf(Files.readAllBytes(file));
                String reply = client.deliver("ada@example.net", List.of("bob@example.org"), mail);
                assertThat(reply).as(file.toString()).startsWith("250 2.0.0 archived as msg_");
                answered.put(sha256(mail), reply.substring("250 2.0.0 archived as msg_".length()));
            }
        }
    }

    /** Line ends as SMTP wants them, and one at the end. */
    private static byte[] withCrLf(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 30);
        byte before = 0;
        for (byte b : bytes) {
            if (b == '\n' && before != '\r') {
                out.write('\r');
            }
            out.write(b);
            before = b;
        }
        byte[] all = out.toByteArray();
        boolean ends = all.length >= 2 && all[all.length - 1] == '\n' && all[all.length - 2] == '\r';
        if (!ends) {
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        return out.toByteArray();
    }

    private static void compareSightings(Archive archive, Map<String, String> answered) throws Exception {
        ArchiveSession session = ArchiveFixture.admin(archive);
        for (var entry : answered.entrySet()) {
            MessageView view = session.message(entry.getValue());
            MessageView.Sighting sighting = view.sightings().stream()
                    .filter(each -> each.sha256().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no sighting of " + entry));
            try (RawMessage raw = session.sighting(view.id(), sighting.id());
                    InputStream in = raw.open()) {
                assertThat(sha256(in.readAllBytes())).isEqualTo(entry.getKey());
            }
        }
    }

    private static String sha256(byte[] bytes) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }
}
