package org.muniment.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Disk;

/** All volumes of one writer, found by record number. Thread-safe. */
final class Volumes implements Closeable {
    private final ConcurrentSkipListMap<Long, Volume> byFirstNumber = new ConcurrentSkipListMap<>();

    /** The volume files in a folder by writer, each writer's in their order. */
    static Map<String, List<Path>> files(Disk disk, Path folder) throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        try {
            for (Path path : disk.list(folder)) { // ordered by name, and so by sequence
                String name = path.getFileName().toString();
                int dash = name.indexOf('-');
                if (name.endsWith(".vol") && dash > 0) {
                    files.computeIfAbsent(name.substring(0, dash), w -> new ArrayList<>())
                            .add(path);
                }
            }
        } catch (NoSuchFileException e) {
            return Map.of(); // a new store
        }
        return files;
    }

    void add(Volume volume) {
        byFirstNumber.put(volume.header().firstNumber(), volume);
    }

    Collection<Volume> all() {
        return byFirstNumber.values();
    }

    @Nullable
    Volume holding(long number) {
        var entry = byFirstNumber.floorEntry(number);
        return entry != null && entry.getValue().holds(number) ? entry.getValue() : null;
    }

    /** The first record of a kind behind {@code after} and up to {@code upTo}, or 0 if there is none. */
    long next(Kind kind, long after, long upTo) throws IOException {
        long number = after + 1;
        for (Volume volume = holding(number); volume != null && number <= upTo; volume = holding(number)) {
            long end = Math.min(upTo + 1, volume.summary().nextNumber());
            if (volume.summary().ofKind(kind) == 0) {
                number = end;
            }
            for (; number < end; number++) {
                if (volume.kind(number) == kind.code()) {
                    return number;
                }
            }
        }
        return 0;
    }

    /** The last record number, 0 if there is none. */
    long last() {
        var entry = byFirstNumber.lastEntry();
        return entry == null ? 0 : entry.getValue().summary().nextNumber() - 1;
    }

    long sum(ToLongFunction<VolumeTable> count) {
        long sum = 0;
        for (Volume volume : all()) {
            sum += count.applyAsLong(volume.summary());
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        for (Volume volume : all()) {
            volume.close();
        }
    }
}
