package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Meta.Tag;
import org.muniment.message.Address;
import org.muniment.message.Envelope;
import org.muniment.message.HeaderSection;
import org.muniment.message.Limits;
import org.muniment.message.MemoryMessage;
import org.muniment.message.Message;
import org.muniment.message.MessageReader;
import org.muniment.message.RawMessage;
import org.muniment.store.Draft;
import org.muniment.store.Kind;
import org.muniment.store.LargeContent;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoredRecord;

/**
 * Takes mail in: is it archived, is it a copy, store it, answer when it is durable.
 *
 * <p>Promises that every mail gets a disposition, that two copies which arrive at the same moment become one message
 * with two sightings, and that the same item given twice adds nothing. Thread-safe; works on the calling thread up to
 * the wait for the sync.
 */
final class Ingest {
    private static final String ARCHIVING_OFF = "archiving-off";
    private static final String NO_ORGANISATION = "no-organisation";

    private final Store store;
    private final Known known;
    private final Indexer indexer;
    private final MessageReader reader;
    private final Limits limits;
    private final Supplier<Rules> rules;
    private volatile int retentionYears;
    private final Clock clock;
    private final Claims claims = new Claims();

    Ingest(
            Store store,
            Known known,
            Indexer indexer,
            MessageReader reader,
            Limits limits,
            Archive.Settings settings,
            Clock clock) {
        this.store = store;
        this.known = known;
        this.indexer = indexer;
        this.reader = reader;
        this.limits = limits;
        this.rules = settings.rules();
        this.retentionYears = settings.retentionYears();
        this.clock = clock;
    }

    Outcome ingest(Provenance provenance, Envelope envelope, RawMessage raw) throws IOException {
        Rules now = rules.get();
        if (!now.enabled() && !provenance.forced()) {
            return exclude(ARCHIVING_OFF, provenance, raw);
        }
        if (provenance.item() != null) {
            indexer.awaitRoom();
        }
        try (Claims.Claim copy = claims.claim(known.copyKey(provenance, envelope, raw.sha256()))) {
            RecordId before = known.get(copy.key());
            if (before != null) {
                return already(before);
            }
            Message message = reader.read(raw);
            boolean isDelivery = provenance.item() == null && !provenance.forced();
            if (isDelivery && !concerns(now.domains(), envelope, message)) {
                return exclude(NO_ORGANISATION, provenance, raw);
            }
            return archive(provenance, envelope, raw, message);
        }
    }

    private Outcome archive(Provenance provenance, Envelope envelope, RawMessage raw, Message message)
            throws IOException {
        try (Claims.Claim fingerprint =
                claims.claim(known.fingerprintKey(message.fingerprint().bytes()))) {
            RecordId first = known.get(fingerprint.key());
            return first == null ? keep(provenance, envelope, raw, message) : merge(first, provenance, envelope, raw);
        }
    }

    private Outcome already(RecordId record) throws IOException {
        StoredRecord stored = store.read(record).orElseThrow();
        String message = Copy.decode(stored.meta()).message();
        return message == null
                ? new Outcome.Archived(record.toString(), true)
                : new Outcome.Merged(message, record.toString(), true);
    }

    private Outcome keep(Provenance provenance, Envelope envelope, RawMessage raw, Message message) throws IOException {
        Instant archived = clock.instant();
        int dueDay = dueDay(archived);
        Copy copy = new Copy(
                provenance,
                envelope,
                message.fingerprint().bytes(),
                Documents.sent(message, archived),
                Known.messageId(message.messageId()),
                null);
        Draft draft = new Draft(Kind.MESSAGE, archived.toEpochMilli(), dueDay, copy.encode(), body(raw));
        RecordId id = store.appendAndWait(draft, durable -> {
            known.add(durable, copy, raw.sha256());
            Passed passed =
                    new Passed(durable, Kind.MESSAGE, archived.toEpochMilli(), provenance.source(), copy.sent());
            indexer.offer(Documents.of(passed, dueDay, raw.size(), copy, List.of(envelope), message));
        });
        return new Outcome.Archived(id.toString(), false);
    }

    private Outcome merge(RecordId first, Provenance provenance, Envelope envelope, RawMessage raw) throws IOException {
        StoredRecord base = store.read(first).orElseThrow();
        Copy copy =
                new Copy(provenance, envelope, null, Copy.decode(base.meta()).sent(), null, first.toString());
        long time = clock.millis();
        Draft draft = new Draft(Kind.SIGHTING, time, base.dueDay(), copy.encode(), difference(first, base, raw));
        RecordId id = store.appendAndWait(draft, durable -> {
            known.add(durable, copy, raw.sha256());
            if (!Indexer.namesAnyone(envelope)) {
                indexer.nothingNew(Passed.other(durable, Kind.SIGHTING, time));
            }
        });
        return new Outcome.Merged(first.toString(), id.toString(), false);
    }

    private static Draft.Body body(RawMessage raw) throws IOException {
        return switch (raw) {
            case MemoryMessage memory -> new Draft.Bytes(memory.bytes(), memory.sha256());
            case ArchiveSpool.LargeMessage large -> new Draft.Written(large.content());
            case ArchiveSpool.Borrowed borrowed -> new Draft.Written(borrowed.content());
            default -> new Draft.Bytes(bytes(raw), raw.sha256());
        };
    }

    private static byte[] bytes(RawMessage raw) throws IOException {
        try (InputStream in = raw.open()) {
            return in.readAllBytes();
        }
    }

    /** What restores a copy exactly, as little as that may be. */
    private Draft.Body difference(RecordId first, StoredRecord base, RawMessage raw) throws IOException {
        if (Arrays.equals(raw.sha256(), base.content().sha256())) {
            return new Draft.CopyOf(first, null, raw.sha256());
        }
        if (raw.size() <= LargeContent.THRESHOLD) {
            return new Draft.CopyOf(first, bytes(raw), raw.sha256());
        }
        HeaderSection own = header(raw);
        HeaderSection other = header(new StoredMessage(base.content()));
        long tail = raw.size() - own.bodyOffset();
        boolean sameTail = tail == base.content().size() - other.bodyOffset() && sameTail(raw, own, base, other);
        return sameTail
                ? new Draft.TailOf(first, head(raw, own), other.bodyOffset(), raw.size(), raw.sha256())
                : body(raw);
    }

    private HeaderSection header(RawMessage raw) throws IOException {
        try (InputStream in = raw.open()) {
            return HeaderSection.read(in, limits);
        }
    }

    private static byte[] head(RawMessage raw, HeaderSection header) throws IOException {
        try (InputStream in = raw.open()) {
            return in.readNBytes(Math.toIntExact(header.bodyOffset()));
        }
    }

    private static boolean sameTail(RawMessage raw, HeaderSection own, StoredRecord base, HeaderSection other)
            throws IOException {
        if (own.bodyOffset() > LargeContent.THRESHOLD) {
            return false;
        }
        try (InputStream ours = raw.open();
                InputStream theirs = base.content().open()) {
            ours.skipNBytes(own.bodyOffset());
            theirs.skipNBytes(other.bodyOffset());
            byte[] one = new byte[1 << 16];
            while (true) {
                int count = ours.readNBytes(one, 0, one.length);
                if (!Arrays.equals(one, 0, count, theirs.readNBytes(count), 0, count)) {
                    return false;
                }
                if (count < one.length) {
                    return true;
                }
            }
        }
    }

    private Outcome exclude(String rule, Provenance provenance, RawMessage raw) throws IOException {
        Instant now = clock.instant();
        byte[] meta = new Meta()
                .text(Tag.SOURCE, provenance.source())
                .number(Tag.RECEIVED, provenance.received().toEpochMilli())
                .text(Tag.RULE, rule)
                .number(Tag.SIZE, raw.size())
                .bytes(Tag.DIGEST, raw.sha256())
                .encode();
        Draft draft = new Draft(Kind.DISPOSITION, now.toEpochMilli(), dueDay(now), meta, new Draft.None());
        RecordId id = store.appendAndWait(
                draft, durable -> indexer.nothingNew(Passed.other(durable, Kind.DISPOSITION, now.toEpochMilli())));
        return new Outcome.Excluded(rule, id.toString());
    }

    /** Counts for mail that comes from now on. */
    void retain(int years) {
        retentionYears = years;
    }

    private int dueDay(Instant archived) {
        LocalDate day = LocalDate.ofInstant(archived, ZoneOffset.UTC).plusYears(retentionYears);
        return Math.toIntExact(day.toEpochDay());
    }

    /** Whether an address of the domains takes part: in the envelope, or as sender or recipient in the header. */
    private static boolean concerns(Set<String> domains, Envelope envelope, Message message) {
        return isOf(domains, envelope.reversePath())
                || envelope.recipients().stream().anyMatch(recipient -> isOf(domains, recipient))
                || List.of(message.from(), message.sender(), message.to(), message.cc(), message.bcc()).stream()
                        .flatMap(List::stream)
                        .map(Address::address)
                        .anyMatch(address -> isOf(domains, address));
    }

    private static boolean isOf(Set<String> domains, @Nullable String address) {
        if (address == null) {
            return false;
        }
        int at = address.lastIndexOf('@');
        return at >= 0 && domains.contains(address.substring(at + 1).toLowerCase(Locale.ROOT));
    }
}
