package org.muniment.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

/** Takes example mail into an archive as an import of an old mail server would. */
public final class Intake {
    private static final String MAILBOX = "old-server.mbox";

    private final Archive archive;
    private final String container;

    private Intake(Archive archive) {
        this.archive = archive;
        this.container = digest(MAILBOX);
    }

    /** Archives all and returns when they are durable; several at once, so that they share a sync. */
    public static void all(Archive archive, Stream<Mail> mails, Actor actor) throws IOException {
        archive.log(actor, "import.start", Map.of("reason", "Mail of the old server."));
        var intake = new Intake(archive);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var position = new long[1];
            var underWay = mails.map(mail -> {
                        long at = position[0];
                        position[0] += mail.bytes().length;
                        return CompletableFuture.runAsync(() -> intake.one(mail, at), workers);
                    })
                    .toList();
            underWay.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw e;
        }
        archive.log(actor, "import.finish", Map.of());
    }

    private void one(Mail mail, long at) {
        var item = new Provenance.Item(container, Long.toString(at), MAILBOX, null);
        try (RawMessage raw = spooled(mail)) {
            Outcome outcome =
                    archive.ingest(new Provenance("import", Instant.now(), item, false), mail.envelope(), raw);
            if (outcome instanceof Outcome.Excluded excluded) {
                throw new IllegalStateException("an example mail was not archived: " + excluded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawMessage spooled(Mail mail) throws IOException {
        try (Spool.Intake intake = archive.spool().begin()) {
            intake.write(mail.bytes());
            return intake.finish();
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
