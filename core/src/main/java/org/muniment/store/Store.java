package org.muniment.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Checkpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the records of one organisation.
 *
 * <p>Promises: what {@link #append} answered is durable, encrypted, has a dense number, and is a leaf of the evidence
 * log; what is read back is what was written, or an exception that names the place. Does not protect from whoever holds
 * both the volumes and the keyring with its master key; the signed checkpoints, kept elsewhere, do. Thread-safe.
 */
public final class Store implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int CHECKPOINT_SECONDS = 60;

    private final StoreSettings settings;
    private final byte[] id;
    private final Keyring keyring;
    private final Map<String, Volumes> volumes;
    private final EvidenceLog evidence;
    private final Map<String, EvidenceLog> otherEvidence = new HashMap<>();
    private final Contents contents;
    private final Adoptions adoptions;
    private final @Nullable VolumeWriter writer;
    private final @Nullable GroupCommit commits;
    private final @Nullable String readOnly;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpoints").daemon(true).factory());
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long last;
    private boolean closed;

    Store(StoreSettings settings, StoreOpening opened) {
        this.settings = settings;
        this.id = opened.id();
        this.keyring = opened.keyring();
        this.volumes = new TreeMap<>(opened.volumes());
        this.evidence = opened.evidence();
        this.readOnly = opened.readOnly();
        this.contents = new Contents(settings.disk(), settings.content(), this::payload);
        this.adoptions = new Adoptions(settings.disk(), settings.content());
        this.last = own().last();
        Recovery.OpenVolume open = opened.openVolume();
        if (open != null && readOnly == null) {
            writer = new VolumeWriter(
                    settings.disk(), settings.volumes(), open, settings.volumeBytes(), settings.reserveBytes());
            commits = new GroupCommit(writer, new Growth(), settings.writer());
            var unused = clock.scheduleWithFixedDelay(
                    this::checkpointSoon, CHECKPOINT_SECONDS, CHECKPOINT_SECONDS, TimeUnit.SECONDS);
        } else {
            writer = null;
            commits = null;
        }
    }

    /**
     * Opens the store of a folder, or makes a new one where there is none, and puts in order what the last run left.
     *
     * <p>If the volumes contradict a signed checkpoint the store opens for reading only; {@link #problem} says why.
     *
     * @throws CorruptVolumeException if a volume is damaged in a way that recovery must not touch
     * @throws FormatTooNewException if a newer version wrote it
     */
    public static Store open(StoreSettings settings) throws IOException {
        return new Store(settings, StoreOpening.open(settings));
    }

    private Volumes own() {
        return volumes.computeIfAbsent(settings.writer(), w -> new Volumes());
    }

    /** The name of this node in the numbers it gives. */
    public String writer() {
        return settings.writer();
    }

    /** 16 bytes that name this store in every volume and keyring; the caller must not change the array. */
    public byte[] id() {
        return id;
    }

    /** Key for derived tables that must not tell what they hold; 32 bytes. */
    public byte[] tablesKey() {
        return keyring.tablesKey();
    }

    /** Begins content that is too large for memory, or may become so. */
    public ContentWriter newContent() throws IOException {
        return new ContentWriter(settings.disk(), settings.content(), settings.reserveBytes());
    }

    /**
     * Appends a record. Compression and encryption happen on the calling thread, before this returns; the future
     * completes with the record's id once it is durable, or exceptionally with {@link StoreFullException} or
     * {@link StoreUnavailableException}, when nothing was promised.
     */
    public CompletableFuture<RecordId> append(Draft draft) throws IOException {
        return append(draft, id -> {});
    }

    /**
     * As {@link #append(Draft)}.
     *
     * @param durable is told the id as soon as the record is durable, before {@link #last} reaches it and before anybody
     *     is answered, in the order of the numbers; must be quick and must not throw
     */
    public CompletableFuture<RecordId> append(Draft draft, Consumer<RecordId> durable) throws IOException {
        GroupCommit open = commits;
        if (open == null) {
            throw new StoreUnavailableException("The archive is open for reading only: " + readOnly);
        }
        Keyring.Key key = draft.kind().hasDueDay() ? keyring.mailKey(draft.dueDay()) : keyring.logKey();
        int dueDay = draft.kind().hasDueDay() ? draft.dueDay() : 0;
        GroupCommit.Sealed sealed = Sealing.seal(draft.kind(), draft.time(), dueDay, key, payload(draft));
        LargeContent large = draft.body() instanceof Draft.Written written ? written.content() : null;
        return large == null
                ? open.append(sealed, number -> durable.accept(id(number))).thenApply(this::id)
                : append(open, sealed, large, durable);
    }

    private CompletableFuture<RecordId> append(
            GroupCommit open, GroupCommit.Sealed sealed, LargeContent large, Consumer<RecordId> durable)
            throws IOException {
        large.handOver();
        LongConsumer committed = number -> {
            adoptions.add(large);
            durable.accept(id(number));
        };
        return open.append(sealed, committed)
                .whenComplete((number, failure) -> {
                    if (failure == null) {
                        adopt(large);
                    } else if (failure instanceof StoreFullException) {
                        large.giveBack(); // after any other failure the record may be on the disk all the same
                    }
                })
                .thenApply(this::id);
    }

    private RecordId id(long number) {
        return new RecordId(settings.writer(), number);
    }

    /** Appends a record and returns when it is durable. */
    public RecordId appendAndWait(Draft draft) throws IOException {
        return appendAndWait(draft, id -> {});
    }

    /** As {@link #append(Draft, Consumer)}, and returns when the record is durable. */
    public RecordId appendAndWait(Draft draft, Consumer<RecordId> durable) throws IOException {
        try {
            return append(draft, durable).get();
        } catch (ExecutionException e) {
            throw why(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for the store", e);
        }
    }

    private static IOException why(@Nullable Throwable cause) {
        if (cause instanceof StoreFullException || cause instanceof StoreUnavailableException) {
            return (IOException) cause;
        }
        return new StoreUnavailableException("the store failed: " + cause);
    }

    private static void adopt(LargeContent large) {
        try {
            large.adopt();
        } catch (IOException e) {
            LOG.warn(
                    "Content could not be moved to its place; it is read from where it is until the volume is full", e);
        }
    }

    private Payload payload(Draft draft) throws IOException {
        byte[] salt = Sealing.random(Payload.SALT);
        byte[] meta = draft.meta();
        if (meta.length > Payload.MAX_META) {
            throw new IllegalArgumentException("meta of " + meta.length + " bytes is too long");
        }
        return switch (draft.body()) {
            case Draft.None none -> Payload.of(salt, meta, Payload.Coding.NONE, 0, Digests.ofNothing(), new byte[0]);
            case Draft.Bytes own ->
                Payload.of(salt, meta, Payload.Coding.BYTES, own.bytes().length, own.sha256(), own.bytes());
            case Draft.Written ahead -> {
                LargeContent large = ahead.content();
                yield Payload.of(salt, meta, Payload.Coding.FILE, large.size(), large.sha256(), large.reference());
            }
            case Draft.CopyOf copy -> copy(salt, meta, copy);
            case Draft.TailOf tail ->
                Payload.relative(
                        salt,
                        meta,
                        Payload.Coding.TAIL,
                        tail.size(),
                        tail.sha256(),
                        tail.base(),
                        tail.head(),
                        tail.from());
        };
    }

    private Payload copy(byte[] salt, byte[] meta, Draft.CopyOf draft) throws IOException {
        Content base = content(draft.base());
        byte[] copy = draft.copy();
        if (copy == null || Arrays.equals(base.sha256(), draft.sha256())) {
            return Payload.relative(
                    salt, meta, Payload.Coding.SAME, base.size(), base.sha256(), draft.base(), new byte[0], 0);
        }
        byte[] bytes = base.size() <= LargeContent.THRESHOLD ? bytes(base) : null;
        if (bytes != null && Compression.canBeBase(bytes)) {
            byte[] difference = Compression.packAgainst(bytes, copy);
            boolean smaller = difference.length < copy.length / 2;
            if (smaller && Arrays.equals(copy, Compression.unpackAgainst(bytes, difference, copy.length))) {
                return Payload.relative(
                        salt,
                        meta,
                        Payload.Coding.DIFFERENCE,
                        copy.length,
                        draft.sha256(),
                        draft.base(),
                        difference,
                        0);
            }
        }
        return Payload.of(salt, meta, Payload.Coding.BYTES, copy.length, draft.sha256(), copy);
    }

    private static byte[] bytes(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        }
    }

    private Content content(RecordId record) throws IOException {
        return contents.of(payload(record));
    }

    private Payload payload(RecordId record) throws IOException {
        Volume volume = volume(record);
        if (volume == null) {
            throw new IOException("There is no record " + record + ".");
        }
        return open(volume, volume.record(record.number()), record);
    }

    private Payload open(Volume volume, ByteBuffer bytes, RecordId record) throws IOException {
        Frame frame = Frame.read(bytes);
        SecretKey key = keyring.find(frame.keyId());
        if (key == null) {
            throw new IOException("The key of record " + record + " has been destroyed.");
        }
        try {
            return Sealing.open(frame, bytes, key);
        } catch (IOException e) {
            throw new IOException("Record " + record + " in " + volume.path().getFileName() + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Volume volume(RecordId record) {
        Volumes ofWriter = volumes.get(record.writer());
        return ofWriter == null ? null : ofWriter.holding(record.number());
    }

    /** Reads a record back; empty if there is none of that id. */
    public Optional<StoredRecord> read(RecordId record) throws IOException {
        Volume volume = volume(record);
        if (volume == null) {
            return Optional.empty();
        }
        ByteBuffer bytes = volume.record(record.number());
        Frame frame = Frame.read(bytes);
        Payload payload = open(volume, bytes, record);
        return Optional.of(new StoredRecord(
                record, Kind.of(frame.kind()), frame.time(), frame.dueDay(), payload.meta(), contents.of(payload)));
    }

    /**
     * The first record of a kind behind a record number of a writer. Looks at every record in between, but opens none;
     * volumes that hold none of that kind are passed over.
     *
     * @param after 0 to begin with the first record
     * @param upTo the last number that is looked at
     */
    public Optional<RecordId> next(Kind kind, String ofWriter, long after, long upTo) throws IOException {
        Volumes known = volumes.get(ofWriter);
        long number = known == null ? 0 : known.next(kind, after, upTo);
        return number == 0 ? Optional.empty() : Optional.of(new RecordId(ofWriter, number));
    }

    /** The last record number of this writer that is durable, 0 if there is none. */
    public long last() {
        return last;
    }

    /** The last record number of each writer. */
    public Map<String, Long> positions() {
        Map<String, Long> positions = new TreeMap<>();
        volumes.forEach((name, ofWriter) -> positions.put(name, ofWriter.last()));
        positions.put(settings.writer(), last);
        return positions;
    }

    /** Waits until there are records behind a number, at most so long; true if there are. */
    public boolean awaitBeyond(long number, long milliseconds) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
        lock.lockInterruptibly();
        try {
            while (last <= number && left > 0) {
                left = grown.awaitNanos(left);
            }
            return last > number;
        } finally {
            lock.unlock();
        }
    }

    /** How many records of a kind there are. */
    public long count(Kind kind) {
        long sum = 0;
        for (Volumes ofWriter : volumes.values()) {
            sum += ofWriter.sum(table -> table.ofKind(kind));
        }
        return sum;
    }

    /** When the newest message was archived, milliseconds since 1970; 0 if there is none. */
    public long lastMessageTime() {
        long newest = 0;
        for (Volumes ofWriter : volumes.values()) {
            for (Volume volume : ofWriter.all()) {
                newest = Math.max(newest, volume.summary().lastMessageTime());
            }
        }
        return newest;
    }

    /** Bytes of all volumes; large content lies in files of its own besides. */
    public long volumeBytes() {
        long sum = 0;
        for (Volumes ofWriter : volumes.values()) {
            sum += ofWriter.sum(VolumeTable::end);
        }
        return sum;
    }

    /** How many group commits there were since opening. */
    public long commits() {
        return commits == null ? 0 : commits.batches();
    }

    /** Why nothing can be written, or {@code null} if all is well. */
    public @Nullable String problem() {
        return commits == null ? readOnly : commits.problem();
    }

    /** Leaves in the evidence log of this writer. */
    public long treeSize() {
        return evidence.size();
    }

    /** The newest signed checkpoint of this writer. */
    public Optional<Checkpoint> latestCheckpoint() throws IOException {
        return evidence.latest();
    }

    /**
     * Where a record stands in the evidence log of its writer, proven under the newest checkpoint; empty if there is no
     * such record.
     *
     * @throws org.muniment.evidence.EvidenceException if the log contradicts itself or the record
     */
    public Optional<Inclusion> inclusion(RecordId record) throws IOException {
        Volume volume = volume(record);
        if (volume == null) {
            return Optional.empty();
        }
        Frame frame = Frame.read(volume.record(record.number()));
        return Optional.of(evidence(record.writer()).inclusion(frame));
    }

    private EvidenceLog evidence(String writer) throws IOException {
        if (writer.equals(settings.writer())) {
            return evidence;
        }
        lock.lock();
        try {
            EvidenceLog known = otherEvidence.get(writer);
            if (known == null) {
                known = readEvidence(writer);
                otherEvidence.put(writer, known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** The log of a writer from before a restore, which never grows. */
    private EvidenceLog readEvidence(String writer) throws IOException {
        EvidenceLog log = EvidenceLog.open(
                settings.disk(), settings.evidence(writer), StoreOpening.origin(id, writer), keyring.signingSeed());
        Volumes others = Objects.requireNonNull(volumes.get(writer));
        for (long number = log.size() + 1; number <= others.last(); number++) {
            Volume volume = Objects.requireNonNull(others.holding(number));
            log.extend(Frame.read(volume.record(number)));
        }
        return log;
    }

    /** When a record was archived, milliseconds since 1970, without opening it; empty if there is no such record. */
    public OptionalLong time(RecordId record) throws IOException {
        Volume volume = volume(record);
        return volume == null
                ? OptionalLong.empty()
                : OptionalLong.of(Frame.read(volume.record(record.number())).time());
    }

    /** Signs a checkpoint over everything there is, if anything is new. */
    public void checkpoint() throws IOException {
        if (readOnly == null) {
            evidence.checkpoint();
        }
    }

    private void checkpointSoon() {
        try {
            checkpoint();
            KeyringMark.save(settings, keyring);
        } catch (IOException | RuntimeException e) {
            LOG.warn("A checkpoint could not be stored; the next attempt follows in {} s", CHECKPOINT_SECONDS, e);
        }
    }

    /** Reads and recomputes everything that is durable at this moment; see {@link Check}. */
    public Check.Report check(Check.Progress progress) throws IOException {
        Map<Path, Long> ends = new TreeMap<>();
        for (Volumes ofWriter : volumes.values()) {
            for (Volume volume : ofWriter.all()) {
                ends.put(volume.path(), volume.summary().end());
            }
        }
        return new Check(settings, id, keyring, ends).run(progress);
    }

    /** Keeps books about what was committed. */
    private final class Growth implements GroupCommit.Listener {
        @Override
        public void committed(List<Frame> frames) throws IOException {
            for (Frame frame : frames) {
                evidence.extend(frame);
            }
        }

        @Override
        public void reached(long upTo) {
            lock.lock();
            try {
                last = upTo;
                grown.signalAll();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void rolling() throws IOException {
            KeyringMark.save(
                    settings, keyring); // recovery reads only the open volume to learn which day took which spare key
            adoptions.complete();
        }

        @Override
        public void rolled(Volume complete, Volume next) throws IOException {
            own().add(next);
            complete.retire(settings.disk());
        }
    }

    /** Commits what is waiting, signs a checkpoint over it and closes. Does nothing the second time. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        clock.shutdown();
        if (commits != null && writer != null) {
            boolean sound = commits.problem() == null;
            commits.close();
            if (sound) {
                endWell(writer);
            }
        }
        for (Volumes ofWriter : volumes.values()) {
            ofWriter.close();
        }
    }

    /** Only saves time at the next opening: whatever fails here is made good then. */
    private void endWell(VolumeWriter open) {
        try {
            checkpoint();
            KeyringMark.save(settings, keyring);
            open.writeTable();
        } catch (IOException e) {
            LOG.warn("The store was closed without its last checkpoint; the next start makes it", e);
        }
    }
}
