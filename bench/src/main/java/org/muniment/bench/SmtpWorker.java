package org.muniment.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.muniment.archive.Archive;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.archive.Status;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.protocols.Networks;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.protocols.smtp.SmtpLimits;
import org.muniment.protocols.smtp.SmtpListener;
import org.muniment.protocols.smtp.SmtpSettings;

/**
 * A listener and an archive, without the rest of the server, in a JVM of its own. Writes its port, waits for a word,
 * says how far the index is behind, lets it catch up, and ends.
 *
 * <p>{@code SmtpWorker <home>}
 */
final class SmtpWorker {
    private SmtpWorker() {}

    /** Runs until a line comes in. */
    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Archive archive = Home.open(Path.of(arguments[0]));
                SmtpListener listener = SmtpListener.open(settings(), new Receiver(archive))) {
            System.out.print(new Figures().put("port", listener.port()).lines() + Figures.PAUSE + "\n");
            System.out.flush();
            in.readLine();
            Status then = archive.status();
            long start = System.nanoTime();
            ImportWorker.awaitIndex(archive);
            Status now = archive.status();
            System.out.print(new Figures()
                    .put("index_behind_records", then.lastRecord() - then.indexPosition())
                    .put("index_behind_seconds", (System.nanoTime() - start) / 1e9)
                    .put("archived", now.archived())
                    .put("merged", now.merged())
                    .put("indexed", now.indexed())
                    .putAll("", Threads.figures())
                    .lines());
        }
    }

    private static SmtpSettings settings() {
        return new SmtpSettings(
                InetAddress.getLoopbackAddress(),
                0,
                "archive.example.org",
                Networks.loopback(),
                SmtpLimits.defaults(),
                null);
    }

    private record Receiver(Archive archive) implements MailReceiver {

        @Override
        public Spool spool() {
            return archive.spool();
        }

        @Override
        public Receipt receive(Envelope envelope, RawMessage message) {
            try {
                Outcome outcome = archive.ingest(new Provenance("smtp", Instant.now(), null, false), envelope, message);
                return switch (outcome) {
                    case Outcome.Archived archived -> new Receipt.Archived("msg_" + archived.message());
                    case Outcome.Merged merged -> new Receipt.Archived("msg_" + merged.message());
                    case Outcome.Excluded excluded -> new Receipt.NotKept(excluded.rule());
                };
            } catch (IOException e) {
                return new Receipt.TryLater("the archive cannot take mail now");
            }
        }
    }
}
