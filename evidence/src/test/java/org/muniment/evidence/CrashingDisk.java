package org.muniment.evidence;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that loses power: {@link #afterPowerLoss} gives the disk as a machine might find it afterwards.
 * Bytes that were not synced are kept, cut, or partly zero; names that were not synced are as before or as after, in
 * the order of the changes of each directory. Directories themselves are durable once made.
 *
 * <p>Every change is counted; one of them can be made to fail, with or without having had its effect, for once or with
 * the power going out. Thread-safe.
 */
public final class CrashingDisk implements Disk {
    /** What the failing change did before it failed. */
    public enum Effect {
        /** Nothing. */
        NONE,
        /** All it was asked for, but the caller is told otherwise. */
        DONE
    }

    private final Map<Path, Map<Path, CrashingFile.Content>> names = new HashMap<>();
    private final Map<Path, Map<Path, CrashingFile.Content>> durableNames = new HashMap<>();
    private final List<Renaming> unsynced = new ArrayList<>();
    private long changes;
    private long failing = Long.MAX_VALUE;
    private Effect effect = Effect.NONE;
    private boolean powerGoes;
    private boolean off;
    private long space = Long.MAX_VALUE;

    /** Changes of directories that reach the disk together or not at all. */
    private record Renaming(
            Set<Path> directories,
            @Nullable Path removed,
            @Nullable Path added,
            CrashingFile.@Nullable Content content) {}

    /** The changes so far: appends, truncations, syncs, and what happens to names. */
    public synchronized long changes() {
        return changes;
    }

    /** Lets the power go out at the n-th change from the beginning, counted from 0; nothing works after it. */
    public synchronized void powerOffAt(long change, Effect before) {
        failing = change;
        effect = before;
        powerGoes = true;
    }

    /** Lets one change fail, counted from 0; everything after it works. */
    public synchronized void failOnce(long change, Effect before) {
        failing = change;
        effect = before;
        powerGoes = false;
    }

    /** Leaves room for so many bytes more; an append beyond it writes what fits and fails. */
    public synchronized void leaveSpace(long bytes) {
        space = bytes;
    }

    /** A disk as it might look when the power is back; the seed decides what of the unsynced survived. */
    public synchronized CrashingDisk afterPowerLoss(long seed) {
        Random random = new Random(seed);
        CrashingDisk after = new CrashingDisk();
        Map<CrashingFile.Content, CrashingFile.Content> survivors = new HashMap<>();
        survivingNames(random).forEach((directory, files) -> {
            Map<Path, CrashingFile.Content> kept = new TreeMap<>();
            files.forEach((name, content) ->
                    kept.put(name, survivors.computeIfAbsent(content, lost -> lost.afterPowerLoss(random))));
            after.names.put(directory, kept);
            after.durableNames.put(directory, new TreeMap<>(kept));
        });
        return after;
    }

    private Map<Path, Map<Path, CrashingFile.Content>> survivingNames(Random random) {
        Map<Path, Map<Path, CrashingFile.Content>> surviving = new TreeMap<>();
        durableNames.forEach((directory, files) -> surviving.put(directory, new TreeMap<>(files)));
        Set<Path> stopped = new TreeSet<>();
        for (Renaming change : unsynced) {
            if (change.directories.stream().anyMatch(stopped::contains) || random.nextBoolean()) {
                stopped.addAll(change.directories); // what comes later in these directories is lost too
            } else {
                applyTo(surviving, change);
            }
        }
        return surviving;
    }

    /** Counts a change and lets it fail if it is its turn. */
    void change(Change change) throws IOException {
        synchronized (this) {
            requirePower();
            boolean fails = changes++ == failing;
            if (!fails || effect == Effect.DONE) {
                change.happen();
            }
            if (fails) {
                off = powerGoes;
                throw new IOException(powerGoes ? "the power went out" : "injected failure of change " + failing);
            }
        }
    }

    /** One change that may fail by itself too. */
    interface Change {
        void happen() throws IOException;
    }

    synchronized void requirePower() throws IOException {
        if (off) {
            throw new IOException("the power is out");
        }
    }

    /** How many of so many bytes still fit; they count as written. */
    synchronized int takeSpace(int bytes) {
        int fit = (int) Math.min(bytes, space);
        space -= space == Long.MAX_VALUE ? 0 : fit;
        return fit;
    }

    @Override
    public synchronized DiskFile openForAppend(Path file) throws IOException {
        requirePower();
        Path path = normal(file);
        CrashingFile.Content content = files(directoryOf(path)).get(path);
        if (content == null) {
            CrashingFile.Content made = new CrashingFile.Content();
            change(() -> rename(new Renaming(Set.of(directoryOf(path)), null, path, made)));
            content = made;
        }
        return new CrashingFile(this, content, true);
    }

    @Override
    public synchronized DiskFile openForReading(Path file) throws IOException {
        requirePower();
        return new CrashingFile(this, content(normal(file)), false);
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        requirePower();
        Path source = normal(from);
        Path target = normal(to);
        CrashingFile.Content content = content(source);
        files(directoryOf(target));
        Set<Path> directories = new TreeSet<>(List.of(directoryOf(source), directoryOf(target)));
        change(() -> rename(new Renaming(directories, source, target, content)));
    }

    private void rename(Renaming change) {
        unsynced.add(change);
        applyTo(names, change);
    }

    @Override
    public synchronized void delete(Path path) throws IOException {
        requirePower();
        Path file = normal(path);
        if (names.containsKey(file)) {
            deleteDirectory(file);
        } else if (exists(file)) {
            change(() -> rename(new Renaming(Set.of(directoryOf(file)), file, null, null)));
        }
    }

    private void deleteDirectory(Path directory) throws IOException {
        if (!list(directory).isEmpty()) {
            throw new DirectoryNotEmptyException(directory.toString());
        }
        change(() -> {
            names.remove(directory);
            durableNames.remove(directory);
        });
    }

    @Override
    public synchronized void syncDirectory(Path directory) throws IOException {
        requirePower();
        Path path = normal(directory);
        files(path);
        change(() -> {
            unsynced.stream()
                    .filter(change -> change.directories.contains(path))
                    .forEach(change -> applyTo(durableNames, change));
            unsynced.removeIf(change -> change.directories.contains(path));
        });
    }

    private static void applyTo(Map<Path, Map<Path, CrashingFile.Content>> names, Renaming change) {
        if (change.removed != null) {
            names.getOrDefault(directoryOf(change.removed), new HashMap<>()).remove(change.removed);
        }
        if (change.added != null && change.content != null) {
            names.getOrDefault(directoryOf(change.added), new HashMap<>()).put(change.added, change.content);
        }
    }

    @Override
    public synchronized List<Path> list(Path directory) throws IOException {
        requirePower();
        Path path = normal(directory);
        Collection<Path> entries = new TreeSet<>(files(path).keySet());
        names.keySet().stream().filter(other -> path.equals(other.getParent())).forEach(entries::add);
        return entries.stream()
                .map(entry -> directory.resolve(path.relativize(entry)))
                .toList();
    }

    @Override
    public synchronized boolean exists(Path path) {
        Path file = normal(path);
        return names.containsKey(file)
                || names.getOrDefault(directoryOf(file), Map.of()).containsKey(file);
    }

    @Override
    public synchronized void createDirectories(Path directory) throws IOException {
        requirePower();
        for (Path path = normal(directory); path != null; path = path.getParent()) {
            names.computeIfAbsent(path, made -> new TreeMap<>());
            durableNames.computeIfAbsent(path, made -> new TreeMap<>());
        }
    }

    @Override
    public synchronized long usableSpace(Path path) throws IOException {
        requirePower();
        return space;
    }

    private CrashingFile.Content content(Path file) throws IOException {
        CrashingFile.Content content = files(directoryOf(file)).get(file);
        if (content == null) {
            throw new NoSuchFileException(file.toString());
        }
        return content;
    }

    private Map<Path, CrashingFile.Content> files(Path directory) throws IOException {
        Map<Path, CrashingFile.Content> files = names.get(directory);
        if (files == null) {
            throw new NoSuchFileException(directory.toString());
        }
        return files;
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static Path directoryOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
