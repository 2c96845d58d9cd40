package org.muniment.server.listeners;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
    private volatile @Nullable Received last;

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

    /** The newest mail that came in since the start. */
    Optional<Received> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public Receipt receive(Envelope envelope, RawMessage message) {
        Receipt receipt = take(envelope, message);
        if (!(receipt instanceof Receipt.Archived) && !(receipt instanceof Receipt.NotKept)) {
            note(envelope, Received.Result.NOT_KEPT);
        }
        return receipt;
    }

    private void note(Envelope envelope, Received.Result result) {
        last = new Received(clock.instant(), envelope.client(), result);
    }

    private Receipt take(Envelope envelope, RawMessage message) {
        try {
            Outcome outcome = archive.ingest(provenance(), envelope, message);
            note(envelope, result(outcome));
            return receipt(outcome);
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

    private static Received.Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Archived _ -> Received.Result.ARCHIVED;
            case Outcome.Merged _ -> Received.Result.MERGED;
            case Outcome.Excluded _ -> Received.Result.EXCLUDED;
        };
    }

    private static Receipt receipt(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Archived archived -> new Receipt.Archived("msg_" + archived.message());
            case Outcome.Merged merged -> new Receipt.Archived("msg_" + merged.message());
            case Outcome.Excluded excluded -> new Receipt.NotKept("accepted, not archived: " + excluded.rule());
        };
    }
}
