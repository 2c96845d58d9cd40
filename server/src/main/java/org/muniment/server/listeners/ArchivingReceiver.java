package org.muniment.server.listeners;

import java.io.IOException;
import java.time.InstantSource;
import org.muniment.archive.Archive;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands delivered mail to the archive and turns what became of it into the listener's answer. Thread-safe. */
final class ArchivingReceiver implements MailReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(ArchivingReceiver.class);

    private final Archive archive;
    private final String source;
    private final InstantSource clock;

    /**
     * Creates the receiver.
     *
     * @param source the kind of listener, as sightings name it
     */
    ArchivingReceiver(Archive archive, String source, InstantSource clock) {
        this.archive = archive;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Spool spool() {
        return archive.spool();
    }

    @Override
    public Receipt receive(Envelope envelope, RawMessage message) {
        try {
            return receipt(archive.ingest(provenance(), envelope, message));
        } catch (StoreFullException e) {
            return new Receipt.Full("no room in the archive now, try again later");
        } catch (StoreUnavailableException e) {
            LOG.warn("Mail was put off: {}", e.getMessage());
            return new Receipt.TryLater("the archive cannot take mail now, try again later");
        } catch (IOException | RuntimeException e) {
            // Our own fault must never cost a mail: the sender keeps it and tries again.
            LOG.error("Mail was put off because of an error of our own", e);
            return new Receipt.TryLater("the archive cannot take mail now, try again later");
        }
    }

    private Provenance provenance() {
        return new Provenance(source, clock.instant(), null, false);
    }

    private static Receipt receipt(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Archived archived -> new Receipt.Archived("msg_" + archived.message());
            case Outcome.Merged merged -> new Receipt.Archived("msg_" + merged.message());
            case Outcome.Excluded excluded -> new Receipt.NotKept("accepted, not archived: " + excluded.rule());
        };
    }
}
