package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.MasterKey;

/** An archive in a folder, for tests. */
public final class ArchiveFixture {
    public static final TimeRange ALWAYS = new TimeRange(null, null, DateField.SENT);
    public static final Actor ADMIN = new Actor("admin@example.org", "127.0.0.1");
    public static final String MASTER_KEY = "0123456789abcdef".repeat(4);
    private static final MasterKey MASTER = MasterKey.parse(MASTER_KEY);

    private ArchiveFixture() {}

    public static Archive.Settings settings(Path home, Supplier<Rules> rules) {
        return new Archive.Settings(
                home, "org_1", home.resolve("keys"), home.resolve("keys-copy"), MASTER, rules, 5, 0);
    }

    /** Opens the archive of example.org, archiving switched on. */
    public static Archive open(Path home) throws IOException {
        return Archives.open(settings(home, () -> new Rules(true, Set.of("example.org"))));
    }

    /** A mail as it comes by SMTP. */
    public static Outcome deliver(Archive archive, String mail, String... recipients) throws IOException {
        Envelope envelope = new Envelope("ada@example.net", List.of(recipients), "192.0.2.1", "mx", "ESMTP");
        return archive.ingest(new Provenance("smtp", Instant.now(), null, false), envelope, raw(mail));
    }

    public static RawMessage raw(String mail) {
        return new MemoryMessage(mail.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as a spool takes them in. */
    public static RawMessage spooled(Archive archive, byte[] bytes) throws IOException {
        try (Spool.Intake intake = archive.spool().begin()) {
            intake.write(bytes);
            return intake.finish();
        }
    }

    public static Provenance item(String container, String position) {
        Provenance.Item item = new Provenance.Item(container, position, "box.mbox", null);
        return new Provenance("import", Instant.now(), item, false);
    }

    public static String mail(String subject, String text) {
        return mail("<" + subject.hashCode() + "@example.net>", subject, text);
    }

    public static String mail(@Nullable String id, String subject, String text) {
        return "Received: from mx.example.net; Mon, 2 Mar 2026 10:00:00 +0000\r\n"
                + "From: Ada <ada@example.net>\r\nTo: Bob <bob@example.org>\r\n"
                + "Date: Mon, 2 Mar 2026 10:00:00 +0000\r\n"
                + (id == null ? "" : "Message-ID: " + id + "\r\n")
                + "Subject: " + subject + "\r\n\r\n" + text + "\r\n";
    }

    public static ArchiveSession admin(Archive archive) {
        return archive.session(ADMIN, new Scope.Everything());
    }

    public static String text(RawMessage raw) throws IOException {
        try (InputStream in = raw.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Waits until everything that is durable can be found. */
    public static void awaitIndexed(Archive archive) {
        Awaitility.await().atMost(120, TimeUnit.SECONDS).until(() -> {
            Status status = archive.status();
            return status.indexPosition() == status.lastRecord();
        });
    }
}
