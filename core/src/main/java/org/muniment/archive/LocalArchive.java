package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Checkpoint;
import org.muniment.evidence.Disk;
import org.muniment.message.Envelope;
import org.muniment.message.Limits;
import org.muniment.message.MessageReader;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.Check;
import org.muniment.store.Kind;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoreSettings;

/** An archive in a folder of this machine. The only place that puts store, index and message reading together. */
final class LocalArchive implements Archive {
    private final Store store;
    private final Known known;
    private final LiveIndex index;
    private final Indexer indexer;
    private final Ingest ingest;
    private final ArchiveSpool spool;
    private final ArchiveLog log;
    private final LocalTrail trail;
    private final Reading reading;
    private final LocalTally tally;

    private LocalArchive(Settings settings, Store store, Known known, LiveIndex index, LocalTally tally, Clock clock) {
        Limits limits = Limits.standard();
        MessageReader reader = new MessageReader(limits);
        this.store = store;
        this.known = known;
        this.index = index;
        this.indexer = new Indexer(store, known, index, new Documents(reader), tally);
        this.tally = tally;
        this.ingest = new Ingest(store, known, indexer, reader, limits, settings, clock);
        this.spool = new ArchiveSpool(store);
        this.log = new ArchiveLog(store, indexer, clock);
        this.trail = new LocalTrail(store, log);
        this.reading = new Reading(
                store, known, index, indexer, reader, limits, log, spool, new Expanding(settings.directory()));
    }

    /** Opens store, tables and index in this order, and lets the index follow. */
    static LocalArchive open(Settings settings, Disk disk, Clock clock) throws IOException {
        Files.createDirectories(folder(settings));
        Store store = Store.open(storeSettings(settings, disk));
        try {
            Known known = Known.open(folder(settings).resolve("known"), store);
            LiveIndex index = LiveIndex.open(folder(settings).resolve("partitions"));
            Accounts accounts = new Accounts(index, settings.rules());
            LocalTally tally = LocalTally.open(disk, folder(settings).resolve("tally"), store, accounts);
            LocalArchive archive = new LocalArchive(settings, store, known, index, tally, clock);
            archive.indexer.start();
            return archive;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    static Path folder(Settings settings) {
        return settings.home().resolve("organisations").resolve(settings.organisation());
    }

    static StoreSettings storeSettings(Settings settings, Disk disk) throws IOException {
        String keyring = settings.organisation() + ".keyring";
        return new StoreSettings(
                disk,
                folder(settings).resolve("store"),
                settings.keys().resolve(keyring),
                settings.keysCopy().resolve(keyring),
                settings.masterKey(),
                WriterName.of(settings.home()),
                StoreSettings.STANDARD_VOLUME,
                settings.reserveBytes());
    }

    @Override
    public Spool spool() {
        return spool;
    }

    @Override
    public Outcome ingest(Provenance provenance, Envelope envelope, RawMessage message) throws IOException {
        if (!(message instanceof ArchiveSpool.LargeMessage large) || spool.holds(large)) {
            return ingest.ingest(provenance, envelope, message);
        }
        try (RawMessage borrowed = spool.borrow(large)) {
            return ingest.ingest(provenance, envelope, borrowed);
        }
    }

    @Override
    public void retain(int years) {
        ingest.retain(years);
    }

    @Override
    public ArchiveSession session(Actor actor, Scope scope) {
        return new LocalSession(reading, actor, scope);
    }

    @Override
    public LogEntry log(Actor actor, String type, Map<String, String> detail) throws IOException {
        return log.write(actor, type, detail);
    }

    @Override
    public LogTrail trail() {
        return trail;
    }

    @Override
    public Status status() {
        long newest = store.lastMessageTime();
        String problem = store.problem();
        return new Status(
                store.writer(),
                store.count(Kind.MESSAGE),
                store.count(Kind.SIGHTING),
                store.count(Kind.DISPOSITION),
                store.count(Kind.LOG_ENTRY),
                indexed(),
                indexer.visible(),
                store.last(),
                newest == 0 ? null : Instant.ofEpochMilli(newest),
                oldestUnindexed(),
                store.treeSize(),
                checkpointSize(),
                store.volumeBytes(),
                problem == null,
                problem != null ? problem : indexer.problem());
    }

    private long indexed() {
        try {
            return index.size();
        } catch (IOException e) {
            return -1;
        }
    }

    private @Nullable Instant oldestUnindexed() {
        long next = indexer.visible() + 1;
        if (next > store.last()) {
            return null;
        }
        try {
            OptionalLong time = store.time(new RecordId(store.writer(), next));
            return time.isPresent() ? Instant.ofEpochMilli(time.getAsLong()) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private long checkpointSize() {
        try {
            return store.latestCheckpoint().map(Checkpoint::size).orElse(0L);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public void rebuildIndex() {
        indexer.rebuild();
    }

    @Override
    public Verification verify(ArchiveSession.@Nullable Progress progress) throws IOException {
        return verification(store.check(progress == null ? (done, total) -> {} : progress::done));
    }

    static Verification verification(Check.Report report) {
        List<Verification.Failure> failures = report.failures().stream()
                .map(f -> new Verification.Failure(f.file(), f.record(), f.offset(), f.what()))
                .toList();
        return new Verification(report.records(), report.bytes(), report.treeSize(), failures, report.notes());
    }

    @Override
    public void close() throws IOException {
        try {
            indexer.close();
            known.flush(store.last());
        } finally {
            try {
                index.close();
            } finally {
                store.close(); // last, and whatever happened before: what was acknowledged is in here
            }
        }
    }
}
