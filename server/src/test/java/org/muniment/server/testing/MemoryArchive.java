package org.muniment.server.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSession;
import org.muniment.archive.LogEntry;
import org.muniment.archive.LogTrail;
import org.muniment.archive.Outcome;
import org.muniment.archive.Provenance;
import org.muniment.archive.Rules;
import org.muniment.archive.Scope;
import org.muniment.archive.Status;
import org.muniment.archive.Tally;
import org.muniment.archive.Verification;
import org.muniment.message.Envelope;
import org.muniment.message.MemoryMessage;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;

/**
 * An archive in memory that keeps the promises of {@link Archive} as far as the API can see them: same bytes are the
 * same message, the same item is the same sighting, reads are logged first. It can be told to be full, out of order or
 * damaged.
 */
public final class MemoryArchive implements Archive {

    /** One kept mail. */
    record Kept(String id, MemoryMessage mail, Instant archived, Provenance provenance, Envelope envelope) {
        byte[] bytes() {
            return mail.bytes();
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }
    }

    private final Archive.Settings settings;
    private final Map<String, Kept> byDigest = new HashMap<>();
    private final Map<String, Kept> byId = new HashMap<>();
    private final Set<String> items = new HashSet<>();
    private final List<LogEntry> entries = new ArrayList<>();
    private long number;
    private long merged;
    private long excluded;
    private boolean closed;

    private volatile boolean full;
    private volatile boolean logBroken;
    private volatile Consumer<String> whenLogging = _ -> {};
    private volatile boolean damaged;
    private volatile boolean faulty;
    private volatile int retention;

    public MemoryArchive(Archive.Settings settings) {
        this.settings = settings;
        this.retention = settings.retentionYears();
    }

    public void beFull(boolean on) {
        full = on;
    }

    public void breakLog(boolean on) {
        logBroken = on;
    }

    /** Is told the type of every entry before it is written. */
    public void whenLogging(Consumer<String> listener) {
        whenLogging = listener;
    }

    public void beDamaged(boolean on) {
        damaged = on;
    }

    public void beFaulty(boolean on) {
        faulty = on;
    }

    /** What the log holds. */
    public synchronized List<LogEntry> entries() {
        return List.copyOf(entries);
    }

    /** The types of the log's entries since it had that many, without what the server does by itself, at any moment. */
    public synchronized List<String> typesSince(int count) {
        return entries.stream()
                .skip(count)
                .filter(entry -> !entry.actor().equals(Actor.SYSTEM))
                .map(LogEntry::type)
                .toList();
    }

    /** The newest number that was given. */
    synchronized long lastNumber() {
        return number;
    }

    /** Whether it was closed. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** What it was opened with. */
    public Archive.Settings settings() {
        return settings;
    }

    synchronized List<Kept> kept() {
        return byId.values().stream()
                .sorted((a, b) -> b.archived().compareTo(a.archived()))
                .toList();
    }

    synchronized @Nullable Kept kept(String id) {
        return byId.get(id);
    }

    @Override
    public Spool spool() {
        return new MemorySpool();
    }

    @Override
    public synchronized Outcome ingest(Provenance provenance, Envelope envelope, RawMessage message)
            throws IOException {
        if (full) {
            throw new StoreFullException("There is no room in the archive.");
        }
        if (faulty) {
            throw new IllegalStateException("a fault for a test");
        }
        Rules.Archiving archiving = settings.rules().get().archiving();
        if (archiving != Rules.Archiving.ON && !provenance.forced()) {
            excluded++;
            return archiving == Rules.Archiving.OFF
                    ? new Outcome.Excluded("archiving-off", 12, nextId())
                    : new Outcome.Excluded("service-ended", 0, nextId());
        }
        boolean already = provenance.item() != null && !items.add(key(provenance.item()));
        Kept before = byDigest.get(HexFormat.of().formatHex(message.sha256()));
        if (before != null) {
            return already && before.provenance().item() != null && sameItem(before.provenance(), provenance)
                    ? new Outcome.Archived(before.id(), true)
                    : merge(before, already);
        }
        return new Outcome.Archived(keep(provenance, envelope, message).id(), false);
    }

    private static boolean sameItem(Provenance a, Provenance b) {
        return a.item() != null && b.item() != null && key(a.item()).equals(key(b.item()));
    }

    private static String key(Provenance.Item item) {
        return item.containerSha256() + " " + item.position();
    }

    private Outcome merge(Kept before, boolean already) {
        if (!already) {
            merged++;
        }
        return new Outcome.Merged(before.id(), nextId(), already);
    }

    private Kept keep(Provenance provenance, Envelope envelope, RawMessage message) throws IOException {
        try (var in = message.open()) {
            var kept = new Kept(nextId(), new MemoryMessage(in.readAllBytes()), Instant.now(), provenance, envelope);
            byDigest.put(HexFormat.of().formatHex(message.sha256()), kept);
            byId.put(kept.id(), kept);
            return kept;
        }
    }

    private String nextId() {
        return "w1-" + ++number;
    }

    @Override
    public void retain(int years) {
        retention = years;
    }

    /** For how many years it would keep mail that comes now. */
    public int retention() {
        return retention;
    }

    @Override
    public ArchiveSession session(Actor actor, Scope scope) {
        return new MemorySession(this, actor, scope);
    }

    @Override
    public LogEntry log(Actor actor, String type, Map<String, String> detail) throws IOException {
        whenLogging.accept(type);
        return write(actor, type, detail);
    }

    private synchronized LogEntry write(Actor actor, String type, Map<String, String> detail) throws IOException {
        if (logBroken) {
            throw new StoreUnavailableException("The disk does not answer.");
        }
        Map<String, String> all = new LinkedHashMap<>(detail);
        if (actor.reason() != null) {
            all.putIfAbsent(LogEntry.REASON, actor.reason());
        }
        if (actor.matter() != null) {
            all.putIfAbsent(LogEntry.CASE, actor.matter());
        }
        var entry = new LogEntry(nextId(), Instant.now(), actor, type, all);
        entries.add(entry);
        return entry;
    }

    @Override
    public LogTrail trail() {
        return new MemoryTrail(this);
    }

    @Override
    public synchronized Status status() {
        long archived = byId.size();
        return new Status(
                "w1",
                archived,
                merged,
                excluded,
                entries.size(),
                archived,
                number,
                number,
                null,
                null,
                number,
                number,
                0,
                !full,
                full ? "There is no room." : null);
    }

    @Override
    public Tally tally() {
        return new MemoryTally(this);
    }

    @Override
    public void rebuildIndex() {
        // There is none.
    }

    @Override
    public Verification verify(ArchiveSession.@Nullable Progress progress) {
        if (progress != null) {
            progress.done(1, 2);
        }
        List<Verification.Failure> failures = damaged
                ? List.of(new Verification.Failure("volumes/w1/1.mv", "w1-3", 512, "The checksum differs."))
                : List.of();
        return new Verification(number, 4_096, number, failures, List.of());
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
