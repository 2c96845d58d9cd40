package org.muniment.server.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveFixture;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.protocols.Networks;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.protocols.smtp.SmtpLimits;
import org.muniment.protocols.smtp.SmtpListener;
import org.muniment.protocols.smtp.SmtpSettings;

/** Listener and archive in a process of their own, to be killed: prints its port when it takes mail. */
final class ListenerMain {
    private ListenerMain() {}

    public static void main(String[] arguments) throws IOException {
        SmtpSettings settings = new SmtpSettings(
                InetAddress.getLoopbackAddress(),
                0,
                "mx.example.org",
                Networks.loopback(),
                SmtpLimits.defaults(),
                null);
        try (Archive archive = ArchiveFixture.open(Path.of(arguments[0]));
                SmtpListener listener = SmtpListener.open(settings, new Receiver(archive))) {
            System.out.println("smtp port " + listener.port());
            int end = System.in.read();
            assert end < 0;
        }
    }

    private record Receiver(Archive archive) implements MailReceiver {

        @Override
        public Spool spool() {
            return archive.spool();
        }

        @Override
        public Receipt receive(Envelope envelope, RawMessage message) {
            try {
                Provenance provenance = new Provenance("smtp", Instant.now(), null, false);
                return switch (archive.ingest(provenance, envelope, message)) {
                    case Outcome.Archived archived -> new Receipt.Archived("msg_" + archived.message());
                    case Outcome.Merged merged -> new Receipt.Archived("msg_" + merged.message());
                    case Outcome.Excluded excluded -> new Receipt.NotKept("excluded: " + excluded.rule());
                };
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
                return new Receipt.TryLater(String.valueOf(e.getMessage()));
            }
        }
    }
}
