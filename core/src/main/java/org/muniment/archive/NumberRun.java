package org.muniment.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted file of the {@link NumberTable}: header (magic, format, count, position), then 24 bytes per entry. Never
 * changes once written; mapped, so that the operating system keeps what is used in memory, and unmapped when nobody
 * refers to it any more. Thread-safe.
 */
final class NumberRun {
    private static final long MAGIC = 0x4D554E4952554E31L; // "MUNIRUN1"
    private static final int HEADER = 24;
    private static final int ENTRY = 24;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Path file;
    private final MemorySegment bytes;
    private final long count;
    private final long position;

    /** The file is not one of ours, or not whole. */
    static final class Damaged extends IOException {
        Damaged(Path file) {
            super(file + " is damaged");
        }
    }

    private NumberRun(Path file, MemorySegment bytes) {
        this.file = file;
        this.bytes = bytes;
        this.count = bytes.get(LONG, 8);
        this.position = bytes.get(LONG, 16);
    }

    static NumberRun open(Path file) throws IOException {
        Arena arena = Arena.ofAuto(); // unmapped when the last look-up has let go, so that none can fail half-way
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < HEADER) {
                throw new Damaged(file);
            }
            MemorySegment bytes = channel.map(MapMode.READ_ONLY, 0, size, arena);
            if (bytes.get(LONG, 0) != MAGIC || size != HEADER + ENTRY * bytes.get(LONG, 8)) {
                throw new Damaged(file);
            }
            return new NumberRun(file, bytes);
        }
    }

    /** Entries in the order of their keys. */
    interface Entries {
        /** Moves to the next entry; false at the end. */
        boolean next();

        Key key();

        long number();
    }

    /** Writes a run; whole at return, or absent. The count is set when it is known. */
    static void write(Path file, Entries entries, long position) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (RandomAccessFile out = new RandomAccessFile(unfinished.toFile(), "rw")) {
            out.setLength(0);
            ByteBuffer buffer = ByteBuffer.allocate(ENTRY * 4096);
            out.seek(HEADER);
            long count = 0;
            while (entries.next()) {
                Key key = entries.key();
                buffer.putLong(key.high()).putLong(key.low()).putLong(entries.number());
                count++;
                if (!buffer.hasRemaining()) {
                    out.write(buffer.array());
                    buffer.clear();
                }
            }
            out.write(buffer.array(), 0, buffer.position());
            out.seek(0);
            out.write(ByteBuffer.allocate(HEADER)
                    .putLong(MAGIC)
                    .putLong(count)
                    .putLong(position)
                    .array());
            out.getFD().sync();
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What lies in memory, in order. */
    static Entries of(SortedMap<Key, Long> map) {
        Iterator<Map.Entry<Key, Long>> iterator = map.entrySet().iterator();
        return new Entries() {
            private Map.@Nullable Entry<Key, Long> current;

            @Override
            public boolean next() {
                current = iterator.hasNext() ? iterator.next() : null;
                return current != null;
            }

            @Override
            public Key key() {
                return requireNonNull(current).getKey();
            }

            @Override
            public long number() {
                return requireNonNull(current).getValue();
            }
        };
    }

    /** The entries of several runs as one, in constant memory; of equal keys that of the first run. */
    static Entries merged(List<NumberRun> runs) {
        return new Merge(runs);
    }

    private static final class Merge implements Entries {
        private final List<NumberRun> runs;
        private final long[] at;
        private @Nullable Key key;
        private long number;

        Merge(List<NumberRun> runs) {
            this.runs = runs;
            this.at = new long[runs.size()];
        }

        @Override
        public boolean next() {
            Key smallest = null;
            for (int i = at.length - 1; i >= 0; i--) {
                NumberRun run = runs.get(i);
                if (at[i] < run.count && (smallest == null || run.key(at[i]).compareTo(smallest) <= 0)) {
                    smallest = run.key(at[i]);
                    number = run.number(at[i]);
                }
            }
            for (int i = 0; smallest != null && i < at.length; i++) {
                if (at[i] < runs.get(i).count && runs.get(i).key(at[i]).equals(smallest)) {
                    at[i]++;
                }
            }
            key = smallest;
            return smallest != null;
        }

        @Override
        public Key key() {
            return requireNonNull(key);
        }

        @Override
        public long number() {
            return number;
        }
    }

    int sequence() {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(0, name.indexOf('.')));
    }

    long size() {
        return count;
    }

    long position() {
        return position;
    }

    /** The number for a key, or 0. */
    long get(Key key) {
        long low = 0;
        long high = count - 1;
        while (low <= high) {
            long middle = (low + high) >>> 1;
            int order = key(middle).compareTo(key);
            if (order == 0) {
                return number(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return 0;
    }

    private Key key(long index) {
        long at = HEADER + ENTRY * index;
        return new Key(bytes.get(LONG, at), bytes.get(LONG, at + 8));
    }

    private long number(long index) {
        return bytes.get(LONG, HEADER + ENTRY * index + 16);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
