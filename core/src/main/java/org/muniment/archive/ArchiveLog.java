package org.muniment.archive;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Meta.Tag;
import org.muniment.store.Draft;
import org.muniment.store.Kind;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoredRecord;

/** The archive log: entries are records of the store, so nobody can change or remove one. Thread-safe. */
final class ArchiveLog {
    private final Store store;
    private final Indexer indexer;
    private final Clock clock;

    ArchiveLog(Store store, Indexer indexer, Clock clock) {
        this.store = store;
        this.indexer = indexer;
        this.clock = clock;
    }

    /**
     * Writes an entry, its details in the order of the map; durable at return. The actor's reason and case become
     * details where the act has none of its own.
     */
    LogEntry write(Actor actor, String type, Map<String, String> given) throws IOException {
        Map<String, String> detail = new LinkedHashMap<>(given); // a copy, for the caller may change theirs
        putIfAbsent(detail, LogEntry.REASON, actor.reason());
        putIfAbsent(detail, LogEntry.CASE, actor.matter());
        Instant now = clock.instant();
        Meta meta =
                new Meta().text(Tag.EVENT, type).text(Tag.ACTOR, actor.name()).text(Tag.ACTOR_ADDRESS, actor.address());
        detail.forEach((key, value) -> meta.text(Tag.DETAIL, key + "=" + value));
        Draft draft = new Draft(Kind.LOG_ENTRY, now.toEpochMilli(), 0, meta.encode(), new Draft.None());
        RecordId id = store.appendAndWait(
                draft, durable -> indexer.nothingNew(Passed.other(durable, Kind.LOG_ENTRY, now.toEpochMilli())));
        return new LogEntry(id.toString(), now, actor, type, Collections.unmodifiableMap(detail));
    }

    private static void putIfAbsent(Map<String, String> detail, String key, @Nullable String value) {
        if (value != null) {
            detail.putIfAbsent(key, value);
        }
    }

    /** The time of the clock that entries have their times from. */
    Instant now() {
        return clock.instant();
    }

    /** Reads an entry back; empty if there is none of that id. */
    Optional<LogEntry> read(RecordId id) throws IOException {
        Optional<StoredRecord> record = store.read(id);
        if (record.isEmpty() || record.get().kind() != Kind.LOG_ENTRY) {
            return Optional.empty();
        }
        Meta meta = Meta.decode(record.get().meta());
        Actor actor = new Actor(meta.required(Tag.ACTOR), meta.text(Tag.ACTOR_ADDRESS));
        Instant time = Instant.ofEpochMilli(record.get().time());
        Map<String, String> detail = detail(meta.texts(Tag.DETAIL));
        return Optional.of(new LogEntry(id.toString(), time, actor, meta.required(Tag.EVENT), detail));
    }

    private static Map<String, String> detail(List<String> pairs) {
        Map<String, String> detail = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            detail.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Collections.unmodifiableMap(detail);
    }
}
