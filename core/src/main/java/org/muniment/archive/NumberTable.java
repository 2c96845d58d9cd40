package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Leads from keys to record numbers: the table that knows which message a fingerprint belongs to.
 *
 * <p>Derived from the store and never trusted beyond it: it holds everything up to {@link #position}, and whoever opens
 * it adds what came after. New entries lie in memory; from time to time they become a sorted file, and files of like
 * size are merged, so that an archive of any size costs little memory and a look-up a few page reads. A table that is
 * damaged or missing is empty and is filled again. Look-ups and puts from any thread; {@link #flush} from one at a time.
 */
final class NumberTable {
    /** How many entries lie in memory; after a crash as many records are read again. */
    private static final int MEMORY = 60_000;

    /** So many runs of like size become one. */
    private static final int MERGE = 4;

    private final Path folder;
    private final Map<Key, Long> memory = new ConcurrentHashMap<>();
    private volatile List<NumberRun> runs;
    private long position;
    private int nextFile;

    private NumberTable(Path folder, List<NumberRun> runs) {
        this.folder = folder;
        this.runs = runs;
        this.position = runs.stream().mapToLong(NumberRun::position).max().orElse(0);
        this.nextFile = runs.stream().mapToInt(NumberRun::sequence).max().orElse(0) + 1;
    }

    static NumberTable open(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<NumberRun> runs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".run")).sorted().toList()) {
                runs.add(NumberRun.open(file));
            }
        } catch (NumberRun.Damaged e) {
            clear(folder);
            runs.clear();
        }
        return new NumberTable(folder, List.copyOf(runs));
    }

    /** Empties the table of a folder; nobody may have it open. */
    static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // There is nothing to clear.
        }
    }

    /** The record number up to which everything is in here for good. */
    synchronized long position() {
        return position;
    }

    /** The number for a key, or 0. */
    long get(Key key) {
        Long fresh = memory.get(key);
        if (fresh != null) {
            return fresh;
        }
        for (NumberRun run : runs) {
            long number = run.get(key);
            if (number != 0) {
                return number;
            }
        }
        Long flushed = memory.get(key); // it may have moved to a run behind the list we looked at
        return flushed == null ? 0 : flushed;
    }

    /** Adds an entry; the first one for a key counts. */
    void put(Key key, long number) {
        memory.putIfAbsent(key, number);
    }

    /** Whether there is so much in memory that it should become a file. */
    boolean wantsFlush() {
        return memory.size() >= MEMORY;
    }

    /**
     * Writes what is in memory to a file.
     *
     * @param upTo a number up to which all records are certain to be in the table
     * @param belongs which entries to write; what came after {@code upTo} must stay, for it is added again
     */
    synchronized void flush(long upTo, LongPredicate belongs) throws IOException {
        TreeMap<Key, Long> entries = new TreeMap<>();
        memory.forEach((key, number) -> {
            if (belongs.test(number)) {
                entries.put(key, number);
            }
        });
        if (entries.isEmpty() && upTo <= position) {
            return;
        }
        NumberRun fresh = write(NumberRun.of(entries), upTo);
        List<NumberRun> now = new ArrayList<>(runs);
        now.add(fresh);
        runs = List.copyOf(now);
        entries.keySet().forEach(memory::remove); // after the run can be seen, so that a look-up never misses
        position = Math.max(position, upTo);
        merge();
    }

    private NumberRun write(NumberRun.Entries entries, long upTo) throws IOException {
        Path file = folder.resolve("%08d.run".formatted(nextFile));
        NumberRun.write(file, entries, upTo);
        nextFile++;
        return NumberRun.open(file);
    }

    private void merge() throws IOException {
        List<NumberRun> similar = similarRuns();
        while (similar.size() >= MERGE) {
            long upTo = similar.stream().mapToLong(NumberRun::position).max().orElse(0);
            NumberRun merged = write(NumberRun.merged(similar), upTo);
            List<NumberRun> now = new ArrayList<>(runs);
            now.removeAll(similar);
            now.add(merged);
            runs = List.copyOf(now);
            for (NumberRun old : similar) {
                old.delete();
            }
            similar = similarRuns();
        }
    }

    /** The smallest runs that are within a factor of four of each other. */
    private List<NumberRun> similarRuns() {
        List<NumberRun> bySize = new ArrayList<>(runs);
        bySize.sort(Comparator.comparingLong(NumberRun::size));
        List<NumberRun> similar = new ArrayList<>();
        for (NumberRun run : bySize) {
            if (!similar.isEmpty()
                    && run.size() > 4 * Math.max(1, similar.getFirst().size())) {
                if (similar.size() >= MERGE) {
                    break;
                }
                similar.clear();
            }
            similar.add(run);
        }
        return similar;
    }
}
