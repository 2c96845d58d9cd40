package org.muniment.evidence;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Tiles as files, one each, under the names of C2SP tlog-tiles below one folder.
 *
 * <p>{@link #put} only remembers a tile; {@link #sync} writes what was put, each file synced before it gets its name
 * and each folder synced once at the end. So a file under a tile's name is always whole; a crash during sync may leave
 * any of the new tiles out, also with gaps between them. Lost tiles come back by replaying the records behind
 * {@link #count}, and a replay that would give a stored tile other bytes is refused.
 *
 * <p>Thread-safe. Tiles can be put and read while another thread syncs.
 */
public final class FileTiles implements TileStore {
    private static final int NAMES_IN_FOLDER = 1000;

    private final Disk disk;
    private final Path root;
    private final ConcurrentSkipListMap<TileId, byte[]> waiting = new ConcurrentSkipListMap<>();
    private final Set<Path> folders = new HashSet<>();

    /** Keeps tiles below {@code root}, in a folder named {@code tile} that the first sync makes. */
    public FileTiles(Disk disk, Path root) {
        this.disk = disk;
        this.root = root;
    }

    @Override
    public void put(int level, long index, byte[] hashes) {
        waiting.put(new TileId(level, index), hashes);
    }

    @Override
    public byte @Nullable [] get(int level, long index) throws IOException {
        byte[] unsynced = waiting.get(new TileId(level, index));
        return unsynced != null ? unsynced : stored(file(level, index));
    }

    private byte @Nullable [] stored(Path file) throws IOException {
        byte[] hashes;
        try {
            hashes = disk.read(file);
        } catch (NoSuchFileException none) {
            return null;
        }
        if (hashes.length != BYTES) {
            throw new EvidenceException(
                    "tile " + file + " is damaged: it has " + hashes.length + " bytes, a full tile has " + BYTES);
        }
        return hashes;
    }

    @Override
    public long count(int level) throws IOException {
        for (long first = 0; ; first += NAMES_IN_FOLDER) {
            Set<Path> names = namesBeside(file(level, first));
            for (long index = first; index < first + NAMES_IN_FOLDER; index++) {
                if (!names.contains(file(level, index)) && !waiting.containsKey(new TileId(level, index))) {
                    return index;
                }
            }
        }
    }

    private Set<Path> namesBeside(Path file) throws IOException {
        try {
            return new HashSet<>(disk.list(folderOf(file)));
        } catch (NoSuchFileException none) {
            return Set.of();
        }
    }

    @Override
    public synchronized void sync() throws IOException {
        SortedMap<TileId, byte[]> batch = new TreeMap<>(waiting);
        Set<Path> changed = new HashSet<>();
        for (Map.Entry<TileId, byte[]> tile : batch.entrySet()) {
            Path file = root.resolve(tile.getKey().toString());
            write(file, tile.getValue());
            changed.add(folderOf(file));
        }
        for (Path folder : changed) {
            disk.syncDirectory(folder);
        }
        waiting.keySet().removeAll(batch.keySet()); // only now does reading them back depend on the disk
    }

    private void write(Path file, byte[] hashes) throws IOException {
        if (folders.add(folderOf(file))) {
            disk.createDirectories(folderOf(file));
        }
        byte[] before = stored(file);
        if (before == null) {
            disk.writeUnsynced(file, hashes);
        } else if (!Arrays.equals(before, hashes)) {
            throw new EvidenceException("tile " + file + " is already stored with other hashes: the records behind it"
                    + " are not those that the tree was built from");
        }
    }

    private Path file(int level, long index) {
        return root.resolve(TileStore.path(level, index));
    }

    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalStateException("a tile always lies in a folder: " + file);
        }
        return folder;
    }
}
