package org.muniment.index.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of one index. Those that get mail are open for writing and share the memory for new mail: an import by
 * sent date goes to every month of many years by turns. Of too many open ones the one that has waited longest is
 * closed. {@link Feed} has the lock for whoever opens and closes writers; the rest is thread-safe.
 */
final class Partitions implements Closeable {
    private static final int ADDS_BETWEEN_CHECKS = 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private final Path folder;
    private final int megabytes;
    private final int mostWriters;
    private final Map<String, Partition> byName = new ConcurrentSkipListMap<>();
    private final AtomicLong adds = new AtomicLong();
    private volatile IndexState state;

    Partitions(Path folder, int megabytes, int mostWriters) throws IOException {
        this.folder = folder;
        this.megabytes = megabytes;
        this.mostWriters = mostWriters;
        Files.createDirectories(folder);
        state = IndexState.read(folder);
        if (state.known()) {
            openAll();
        }
    }

    private void openAll() throws IOException {
        Set<String> present = onDisk();
        for (String name : present) {
            byName.put(name, Partition.at(folder, name));
        }
        if (!present.containsAll(state.partitions())) {
            // a partition went without our doing: what it held is found again only by feeding everything
            state = new IndexState(true, present, Map.of());
        }
    }

    Path folder() {
        return folder;
    }

    IndexState state() {
        return state;
    }

    Collection<Partition> all() {
        return byName.values();
    }

    /** Refuses what could not be the name of a folder of ours. */
    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + name + "` is no name of a partition");
        }
    }

    /** The partition, open for writing; {@code null} if it is not. */
    @Nullable
    Partition writable(String name) {
        Partition partition = byName.get(name);
        return partition != null && partition.isOpenForWriting() ? partition : null;
    }

    /**
     * Opens a partition for writing, and closes the one that has waited longest if there are too many.
     *
     * @param highest as {@link Partition#commit} takes it
     */
    void openForWriting(String name, Map<String, Long> highest) throws IOException {
        List<Partition> open = openOnes();
        if (open.size() >= mostWriters) {
            Partition idle = open.getFirst();
            idle.commit(highest);
            idle.closeWriter();
        }
        Partition partition = byName.get(name);
        if (partition == null) {
            partition = Partition.at(folder, name);
            byName.put(name, partition);
        }
        partition.openForWriting(megabytes);
    }

    /** Notes that a partition got a message, and writes out the fullest one when all together hold too much. */
    void added(Partition partition) throws IOException {
        long now = adds.incrementAndGet();
        partition.use(now);
        if (now % ADDS_BETWEEN_CHECKS != 0) {
            return;
        }
        long total = 0;
        long most = 0;
        Partition fullest = partition;
        for (Partition each : byName.values()) {
            long bytes = each.memory();
            total += bytes;
            if (bytes > most) {
                most = bytes;
                fullest = each;
            }
        }
        if (total > (long) megabytes << 20) {
            fullest.writeOut();
        }
    }

    /** Makes everything durable: first the partitions, then the promise that they hold it. */
    void commit(Map<String, Long> highest, Map<String, Long> positions) throws IOException {
        for (Partition partition : byName.values()) {
            partition.commit(highest);
        }
        // a crash before this line leaves partitions ahead of the positions, and feeding again replaces what they have
        IndexState next = new IndexState(true, new TreeSet<>(byName.keySet()), Map.copyOf(positions));
        if (!next.equals(state)) {
            next.write(folder);
            state = next;
        }
    }

    /** Removes every index folder, known or not. The promise goes first: a crash in between leaves an unknown state. */
    void clear() throws IOException {
        IndexState.remove(folder);
        state = IndexState.unknown();
        for (String name : onDisk()) {
            Partition partition = byName.get(name);
            try (Partition doomed = partition == null ? Partition.at(folder, name) : partition) {
                doomed.clear();
            }
        }
        byName.clear();
    }

    @Override
    public void close() throws IOException {
        for (Partition partition : byName.values()) {
            partition.close();
        }
    }

    private List<Partition> openOnes() {
        return byName.values().stream()
                .filter(Partition::isOpenForWriting)
                .sorted(Comparator.comparingLong(Partition::used))
                .toList();
    }

    private Set<String> onDisk() throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, Files::isDirectory)) {
            for (Path child : children) {
                if (Files.isDirectory(child.resolve(LuceneIndex.FOLDER))) {
                    names.add(child.getFileName().toString());
                }
            }
        }
        return names;
    }
}
