package org.muniment.server.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.muniment.archive.ArchiveSession;

/**
 * Exports that wait to be fetched by whoever made them, for an hour, in memory alone: after a restart they are made
 * again. A person has a few at most, the oldest goes first, and fetches a few at once at most. Thread-safe.
 */
final class PreparedExports {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_PER_PERSON = 20;
    private static final int MOST_NAMED = 1_000_000;
    private static final int AT_ONCE_PER_PERSON = 3;

    private final InstantSource clock;
    private final Map<Key, Prepared> prepared = new LinkedHashMap<>();
    private final Map<String, Integer> underWay = new HashMap<>();

    /**
     * An export and whose it is.
     *
     * @param named messages that it names one by one, which lie in memory
     */
    record Prepared(ArchiveSession.Export export, String person, int named, Instant expires) {}

    /** Ids are those of log entries, which every organisation numbers for itself. */
    private record Key(String person, String export) {}

    PreparedExports(InstantSource clock) {
        this.clock = clock;
    }

    /** Keeps an export for this person. */
    synchronized Prepared keep(ArchiveSession.Export export, String person, int named) {
        forgetOld();
        while (!prepared.isEmpty() && named + namedByAll() > MOST_NAMED) {
            prepared.remove(prepared.keySet().iterator().next());
        }
        long own = prepared.values().stream()
                .filter(one -> one.person().equals(person))
                .count();
        if (own >= MOST_PER_PERSON) {
            prepared.entrySet().stream()
                    .filter(one -> one.getValue().person().equals(person))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(prepared::remove);
        }
        var kept = new Prepared(export, person, named, clock.instant().plus(KEPT));
        prepared.put(new Key(person, export.id()), kept);
        return kept;
    }

    /** The export of that id if this person made it, not more than an hour ago. */
    synchronized Optional<Prepared> find(String id, String person) {
        forgetOld();
        return Optional.ofNullable(prepared.get(new Key(person, id)));
    }

    private long namedByAll() {
        return prepared.values().stream().mapToLong(Prepared::named).sum();
    }

    private void forgetOld() {
        Instant now = clock.instant();
        prepared.values().removeIf(one -> one.expires().isBefore(now));
    }

    /** One more is being fetched by this person; tells whether she may. */
    synchronized boolean begin(String person) {
        int count = underWay.getOrDefault(person, 0);
        if (count >= AT_ONCE_PER_PERSON) {
            return false;
        }
        underWay.put(person, count + 1);
        return true;
    }

    /** One is fetched, or broken off. */
    synchronized void end(String person) {
        underWay.computeIfPresent(person, (_, count) -> count == 1 ? null : count - 1);
    }
}
