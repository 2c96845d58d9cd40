package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.muniment.archive.Meta.Tag;
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
        Exclusion off = RuleBook.off(now, provenance);
        if (off != null) {
            return exclude(off, provenance, raw);
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
            return switch (RuleBook.decide(now, provenance, envelope, message)) {
                case Decision.LeaveOut leaveOut -> exclude(leaveOut.why(), provenance, raw);
                case Decision.Keep keep -> archive(new Arrival(now, provenance, envelope, keep, raw, message));
            };
        }
    }

    /** A mail that is to be archived, as it came and as it was understood. */
    private record Arrival(
            Rules rules,
            Provenance provenance,
            Envelope envelope,
            Decision.Keep decision,
            RawMessage raw,
            Message message) {

        /** Its own copy of what the rules noted, with one more rule. */
        Set<Rule> rulesAnd(Rule rule) {
            EnumSet<Rule> all = EnumSet.of(rule);
            all.addAll(decision.rules());
            return all;
        }
    }

    private Outcome archive(Arrival mail) throws IOException {
        try (Claims.Claim same = claims.claim(sameMessage(mail))) {
            RecordId before = isChanged(mail) ? known.get(copyKept(mail)) : null;
            if (before != null) {
                return already(before);
            }
            RecordId first = known.get(same.key());
            return first == null ? keep(mail) : merge(first, mail);
        }
    }

    /** Rules 1 to 3: copies of equal fingerprint are the same message, if need be within a transaction only. */
    private Key sameMessage(Arrival mail) {
        byte[] fingerprint = mail.message().fingerprint().bytes();
        String transaction = mail.provenance().facts().transaction();
        if (transaction != null && mail.rules().separateSend() == Rules.SeparateSend.BY_TRANSACTION) {
            return known.fingerprintKey(fingerprint, transaction);
        }
        return known.fingerprintKey(fingerprint);
    }

    /** Whether the rules left out recipients: then the copy is known under those that remain. */
    private static boolean isChanged(Arrival mail) {
        return !mail.decision().envelope().equals(mail.envelope());
    }

    private Key copyKept(Arrival mail) {
        return known.copyKey(
                mail.provenance(), mail.decision().envelope(), mail.raw().sha256());
    }

    private Outcome already(RecordId record) throws IOException {
        StoredRecord stored = store.read(record).orElseThrow();
        String message = Copy.decode(stored.meta()).message();
        return message == null
                ? new Outcome.Archived(record.toString(), true)
                : new Outcome.Merged(message, record.toString(), true);
    }

    private Outcome keep(Arrival mail) throws IOException {
        Message message = mail.message();
        Envelope envelope = mail.decision().envelope();
        Instant archived = clock.instant();
        int dueDay = dueDay(archived);
        String messageId = Known.messageId(message.messageId());
        boolean besideAnother = messageId != null && known.hasMessageId(messageId);
        Copy copy = new Copy(
                mail.provenance(),
                envelope,
                message.fingerprint().bytes(),
                Documents.sent(message, archived),
                messageId,
                null,
                mail.decision().labels(),
                besideAnother
                        ? mail.rulesAnd(Rule.SENT_SEPARATELY)
                        : mail.decision().rules());
        Draft draft = new Draft(Kind.MESSAGE, archived.toEpochMilli(), dueDay, copy.encode(), body(mail.raw()));
        RecordId id = store.appendAndWait(draft, durable -> {
            known.add(durable, copy, mail.raw().sha256());
            Passed passed = Passed.message(durable, archived.toEpochMilli(), copy);
            indexer.offer(Documents.of(passed, dueDay, mail.raw().size(), copy, List.of(envelope), message));
        });
        return new Outcome.Archived(id.toString(), false);
    }

    private Outcome merge(RecordId first, Arrival mail) throws IOException {
        StoredRecord base = store.read(first).orElseThrow();
        Copy copy = new Copy(
                mail.provenance(),
                mail.decision().envelope(),
                null,
                Copy.decode(base.meta()).sent(),
                null,
                first.toString(),
                mail.decision().labels(),
                mail.rulesAnd(isToOne(mail.message()) ? Rule.SENT_SINGLY : Rule.SENT_TO_SEVERAL));
        long time = clock.millis();
        Draft draft = new Draft(Kind.SIGHTING, time, base.dueDay(), copy.encode(), difference(first, base, mail.raw()));
        RecordId id = store.appendAndWait(draft, durable -> {
            known.add(durable, copy, mail.raw().sha256());
            if (!Indexer.namesAnyone(copy.envelope())) {
                indexer.nothingNew(Passed.sighting(durable, time, copy));
            }
        });
        return new Outcome.Merged(first.toString(), id.toString(), false);
    }

    /** As its header says; who reads of several recipients there knows of them. */
    private static boolean isToOne(Message message) {
        return message.to().size() + message.cc().size() + message.bcc().size() <= 1;
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

    private Outcome exclude(Exclusion why, Provenance provenance, RawMessage raw) throws IOException {
        Instant now = clock.instant();
        Meta meta = new Meta()
                .text(Tag.SOURCE, provenance.source())
                .number(Tag.RECEIVED, provenance.received().toEpochMilli())
                .text(Tag.RULE, why.key())
                .number(Tag.SIZE, raw.size())
                .bytes(Tag.DIGEST, raw.sha256());
        int number = why.rule().map(Rule::number).orElse(0);
        if (number != 0) {
            meta.number(Tag.RULE_NUMBER, number);
        }
        provenance.facts().encode(meta);
        Draft draft = new Draft(Kind.DISPOSITION, now.toEpochMilli(), dueDay(now), meta.encode(), new Draft.None());
        RecordId id = store.appendAndWait(
                draft, durable -> indexer.nothingNew(Passed.disposition(durable, now.toEpochMilli(), why.key())));
        return new Outcome.Excluded(why.key(), number, id.toString());
    }

    /** Counts for mail that comes from now on. */
    void retain(int years) {
        retentionYears = years;
    }

    private int dueDay(Instant archived) {
        LocalDate day = LocalDate.ofInstant(archived, ZoneOffset.UTC).plusYears(retentionYears);
        return Math.toIntExact(day.toEpochDay());
    }
}
