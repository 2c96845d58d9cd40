package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Disk;
import org.muniment.store.RecordId;
import org.muniment.store.Store;
import org.muniment.store.StoredRecord;

/**
 * The tally of a {@link LocalArchive}: counts what the {@link Indexer} passes, and keeps the counts in a file with the
 * positions up to which they go, so that neither a crash nor feeding again makes a record count twice or not at all.
 * Thread-safe; one thread feeds.
 */
final class LocalTally implements Tally {
    private static final long SECONDS_OF_HOUR = 3_600;

    private final Store store;
    private final CountsFile file;
    private final Accounts accounts;
    private Counts counts;
    /** While everything passes again: what has come so far. The old counts stand until then. */
    private @Nullable Counts anew;

    /** Whether the file lacks something; belongs to the feeding thread. */
    private boolean changed;

    private LocalTally(Store store, CountsFile file, Accounts accounts, Counts counts) {
        this.store = store;
        this.file = file;
        this.accounts = accounts;
        this.counts = counts;
    }

    static LocalTally open(Disk disk, Path path, Store store, Accounts accounts) throws IOException {
        CountsFile file = new CountsFile(disk, path);
        Counts counts = file.read();
        Map<String, Long> there = store.positions();
        boolean ofThisStore = counts.positions().entrySet().stream()
                .allMatch(position -> there.getOrDefault(position.getKey(), 0L) >= position.getValue());
        return new LocalTally(store, file, accounts, ofThisStore ? counts : new Counts());
    }

    /** The addresses that are counted with it. */
    Accounts accounts() {
        return accounts;
    }

    /** Reads what the index has passed and this has not, as after a crash. False if it was to stop before the end. */
    boolean catchUp(Map<String, Long> upTo, BooleanSupplier stop) throws IOException {
        for (Map.Entry<String, Long> writer : upTo.entrySet()) {
            for (long n = position(writer.getKey()) + 1; n <= writer.getValue(); n++) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                Optional<StoredRecord> record = store.read(new RecordId(writer.getKey(), n));
                if (record.isPresent()) {
                    count(Passed.of(record.get()));
                }
            }
        }
        return true;
    }

    private synchronized long position(String writer) {
        return counts.position(writer);
    }

    /** Counts a record that the index passes. */
    synchronized void count(Passed record) {
        counts.count(record);
        changed = true;
        if (anew != null) {
            anew.count(record);
            if (anew.covers(counts)) {
                counts = anew;
                anew = null;
            }
        }
    }

    /** Begins again: every record passes once more. */
    synchronized void beginAnew() {
        anew = new Counts();
    }

    /** Makes the counts durable, if there are new ones. On the feeding thread. */
    void write() throws IOException {
        if (changed) {
            file.write(encoded());
            changed = false;
        }
    }

    private synchronized byte[] encoded() {
        return CountsFile.encode(counts);
    }

    @Override
    public synchronized List<Day> days(LocalDate from, LocalDate to, ZoneId zone) {
        List<Day> days = new ArrayList<>();
        sums(from, to, zone).forEach((day, sum) -> days.add(sum.of(day)));
        return days;
    }

    @Override
    public synchronized List<RuleDay> ruleDays(LocalDate from, LocalDate to, ZoneId zone) {
        List<RuleDay> days = new ArrayList<>();
        sums(from, to, zone).forEach((day, sum) -> days.add(sum.rulesOf(day)));
        return days;
    }

    private Map<LocalDate, Sum> sums(LocalDate from, LocalDate to, ZoneId zone) {
        requireRange(from, to);
        Map<LocalDate, Sum> sums = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            sums.put(day, new Sum());
        }
        long first = Math.ceilDiv(from.atStartOfDay(zone).toEpochSecond(), SECONDS_OF_HOUR);
        long behind = Math.ceilDiv(to.plusDays(1).atStartOfDay(zone).toEpochSecond(), SECONDS_OF_HOUR);
        counts.hours().subMap(first, Math.max(first, behind)).forEach((hour, counted) -> {
            LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(hour * SECONDS_OF_HOUR), zone);
            Objects.requireNonNull(sums.get(day)).add(counted);
        });
        return sums;
    }

    @Override
    public synchronized Map<String, Long> excluded(Instant from, Instant to) {
        long first = Math.floorDiv(from.getEpochSecond(), SECONDS_OF_HOUR);
        long behind = Math.ceilDiv(to.getEpochSecond(), SECONDS_OF_HOUR);
        Map<String, Long> excluded = new TreeMap<>();
        counts.hours()
                .subMap(first, Math.max(first, behind))
                .values()
                .forEach(hour -> hour.excludedBy.forEach((reason, count) -> excluded.merge(reason, count, Long::sum)));
        return excluded;
    }

    @Override
    public synchronized List<SentDay> sentDays(LocalDate from, LocalDate to) {
        requireRange(from, to);
        List<SentDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.add(new SentDay(day, counts.sentDays().getOrDefault(day.toEpochDay(), 0L)));
        }
        return days;
    }

    private static void requireRange(LocalDate from, LocalDate to) {
        if (to.toEpochDay() - from.toEpochDay() >= MOST_DAYS) {
            throw new IllegalArgumentException("a range has at most " + MOST_DAYS + " days");
        }
    }

    @Override
    public long accounts(Set<String> domains) throws IOException {
        return accounts.count(domains);
    }

    @Override
    public void addresses(String domain, Consumer<String> each) throws IOException {
        accounts.each(domain, each);
    }

    @Override
    public void addresses(String domain, Instant since, Consumer<String> each) throws IOException {
        accounts.each(domain, since, each);
    }

    /** The hours of one day together. */
    private static final class Sum {
        private long merged;
        private long excluded;
        private final Map<String, Long> archived = new TreeMap<>();
        private final Map<Integer, Long> rules = new TreeMap<>();
        private final Map<String, Long> excludedBy = new TreeMap<>();

        void add(Counts.Hour hour) {
            merged += hour.merged;
            excluded += hour.excluded;
            hour.archived.forEach((source, count) -> archived.merge(source, count, Long::sum));
            hour.rules.forEach((rule, count) -> rules.merge(rule, count, Long::sum));
            hour.excludedBy.forEach((reason, count) -> excludedBy.merge(reason, count, Long::sum));
        }

        RuleDay rulesOf(LocalDate day) {
            return new RuleDay(day, Map.copyOf(rules), Map.copyOf(excludedBy));
        }

        Day of(LocalDate day) {
            long sum = archived.values().stream().mapToLong(Long::longValue).sum();
            return new Day(day, sum, merged, excluded, Map.copyOf(archived));
        }
    }
}
