package org.muniment.server.listeners;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.protocols.smtp.MailReceiver;
import org.muniment.server.listeners.Addressees.Addressee;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands delivered mail to the archives of everybody it concerns and turns what became of it into the listener's answer:
 * it is acknowledged when all of them have it. When one cannot take it, the sender is asked to try again; those that have
 * it then know the copy and add nothing. Thread-safe.
 */
final class ArchivingReceiver implements MailReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(ArchivingReceiver.class);
    private static final Envelope UNKNOWN = Envelope.none();

    /** So many ids fit into a reply whatever they look like. */
    private static final int MOST_NAMED = 4;

    private final Routing routing;
    private final String source;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Received> last = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, LongAdder> accepted = new ConcurrentHashMap<>();

    /**
     * Creates the receiver.
     *
     * @param source the kind of listener, as sightings name it
     */
    ArchivingReceiver(Addressees addressees, String source, InstantSource clock) {
        this.routing = new Routing(addressees);
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Spool spool() {
        return spool(UNKNOWN);
    }

    @Override
    public Spool spool(Envelope envelope) {
        return routing.spool(envelope);
    }

    /** The newest mail that concerned an organisation since the start. */
    Optional<Received> last(String organisation) {
        return Optional.ofNullable(last.get(organisation));
    }

    /** How many mails that concerned an organisation were acknowledged since the start. */
    long accepted(String organisation) {
        LongAdder counted = accepted.get(organisation);
        return counted == null ? 0 : counted.sum();
    }

    @Override
    public Receipt receive(Envelope envelope, RawMessage message) {
        List<Addressee> concerned;
        try {
            concerned = routing.of(envelope, message);
        } catch (IOException | RuntimeException e) {
            LOG.error("Mail was put off because it cannot be told whose it is", e);
            note(routing.first(), envelope, Received.Result.NOT_KEPT);
            return later();
        }
        return new Delivery(concerned, envelope, message, clock.instant()).run();
    }

    private void note(Addressee addressee, Envelope envelope, Received.Result result) {
        last.put(addressee.organisation(), new Received(clock.instant(), envelope.client(), result));
    }

    private static Receipt later() {
        return new Receipt.TryLater("the archive cannot take mail now, try again later");
    }

    /** One mail on its way to everybody it concerns. */
    private final class Delivery {
        private final List<Addressee> concerned;
        private final Envelope envelope;
        private final RawMessage message;
        private final Provenance provenance;
        private final List<String> kept = new ArrayList<>(1);
        private @Nullable String notKept;

        Delivery(List<Addressee> concerned, Envelope envelope, RawMessage message, Instant now) {
            this.concerned = concerned;
            this.envelope = envelope;
            this.message = message;
            this.provenance = new Provenance(source, now, null, false);
        }

        Receipt run() {
            for (int i = 0; i < concerned.size(); i++) {
                Optional<Receipt> refused = take(concerned.get(i));
                if (refused.isPresent()) {
                    concerned
                            .subList(i, concerned.size())
                            .forEach(one -> note(one, envelope, Received.Result.NOT_KEPT));
                    return refused.get();
                }
            }
            concerned.forEach(one -> accepted.computeIfAbsent(one.organisation(), _ -> new LongAdder())
                    .increment());
            return kept.isEmpty() ? new Receipt.NotKept("accepted, not archived: " + notKept) : archived();
        }

        private Receipt archived() {
            List<String> named = kept.size() <= MOST_NAMED ? kept : kept.subList(0, MOST_NAMED);
            String ids = String.join(" and ", named);
            return new Receipt.Archived(kept.size() == named.size() ? ids : ids + " and others");
        }

        /** What is in the way, if it is not durable now. */
        private Optional<Receipt> take(Addressee addressee) {
            try {
                Outcome outcome = addressee.archive().ingest(provenance, envelope, message);
                note(addressee, envelope, remembered(outcome));
                return Optional.empty();
            } catch (StoreFullException e) {
                return Optional.of(new Receipt.Full("no room in the archive now, try again later"));
            } catch (StoreUnavailableException e) {
                LOG.warn("Mail was put off: {}", e.getMessage());
                return Optional.of(later());
            } catch (IOException | RuntimeException e) {
                // Our own fault must never cost a mail: the sender keeps it and tries again.
                LOG.error("Mail was put off because of an error of our own", e);
                return Optional.of(later());
            }
        }

        private Received.Result remembered(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Archived archived -> {
                    kept.add("msg_" + archived.message());
                    yield Received.Result.ARCHIVED;
                }
                case Outcome.Merged merged -> {
                    kept.add("msg_" + merged.message());
                    yield Received.Result.MERGED;
                }
                case Outcome.Excluded excluded -> {
                    notKept = notKept == null ? excluded.rule() : notKept;
                    yield Received.Result.EXCLUDED;
                }
            };
        }
    }
}
