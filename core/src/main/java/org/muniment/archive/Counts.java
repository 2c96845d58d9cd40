package org.muniment.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts of records by the hour in which they came and by the day on which they were sent. Each record counts once,
 * however often it passes, as long as the records of a writer pass in the order of their numbers. Not thread-safe.
 */
final class Counts {
    /** Names of sources and exclusions are few; should they ever be many, the later ones are counted together. */
    private static final int MOST_NAMES = 100;

    static final String OTHER_SOURCES = "other";

    private static final long MILLIS_OF_HOUR = 3_600_000;

    private final Map<String, Long> positions = new TreeMap<>();
    private final NavigableMap<Long, Hour> hours = new TreeMap<>();
    private final NavigableMap<Long, Long> sentDays = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** What came in within one hour. */
    static final class Hour {
        long merged;
        long excluded;
        final Map<String, Long> archived = new TreeMap<>();
        /** By the number of the rule. */
        final Map<Integer, Long> rules = new TreeMap<>();

        final Map<String, Long> excludedBy = new TreeMap<>();
    }

    /** Per writer the last record that was counted. */
    Map<String, Long> positions() {
        return positions;
    }

    /** By hours since 1970. */
    NavigableMap<Long, Hour> hours() {
        return hours;
    }

    /** Messages by days since 1970. */
    NavigableMap<Long, Long> sentDays() {
        return sentDays;
    }

    long position(String writer) {
        return positions.getOrDefault(writer, 0L);
    }

    /** Whether everything is counted here that is counted there. */
    boolean covers(Counts other) {
        return other.positions.entrySet().stream().allMatch(entry -> position(entry.getKey()) >= entry.getValue());
    }

    /** Counts the record, unless it is counted already. */
    void count(Passed record) {
        if (record.id().number() <= position(record.id().writer())) {
            return;
        }
        positions.put(record.id().writer(), record.id().number());
        switch (record.kind()) {
            case MESSAGE -> countMessage(record);
            case SIGHTING -> hour(record).merged++;
            case DISPOSITION -> countExcluded(record);
            case LOG_ENTRY, TOMBSTONE -> {
                // Nothing came in.
            }
        }
        for (Rule rule : record.rules()) {
            hour(record).rules.merge(rule.number(), 1L, Long::sum);
        }
    }

    private Hour hour(Passed record) {
        return hours.computeIfAbsent(Math.floorDiv(record.time(), MILLIS_OF_HOUR), hour -> new Hour());
    }

    private void countExcluded(Passed record) {
        Hour hour = hour(record);
        hour.excluded++;
        hour.excludedBy.merge(name(record.exclusion()), 1L, Long::sum);
    }

    private void countMessage(Passed record) {
        hour(record).archived.merge(name(record.source()), 1L, Long::sum);
        Instant archived = Instant.ofEpochMilli(record.time());
        Instant sent = record.sent();
        sentDays.merge(sentDay(sent == null ? archived : sent, archived), 1L, Long::sum);
    }

    /** The same string for the same name, so that hours share it. */
    private String name(@Nullable String name) {
        String wanted = name == null ? OTHER_SOURCES : name;
        String known = names.get(wanted);
        if (known == null) {
            known = names.size() < MOST_NAMES ? wanted : OTHER_SOURCES;
            names.put(known, known);
        }
        return known;
    }

    /** What is sent at no sane time counts at the border, so that there are not more days than that. */
    private static long sentDay(Instant sent, Instant archived) {
        int year = archived.atOffset(ZoneOffset.UTC).getYear();
        long last = LocalDate.of(year + 1, 12, 31).toEpochDay();
        return Math.clamp(Math.floorDiv(sent.getEpochSecond(), 86_400L), 0, last);
    }
}
