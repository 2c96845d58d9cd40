package org.muniment.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;

/**
 * One volume, for reading: finds records by number and checks every one it reads. Thread-safe.
 *
 * <p>The table of the open volume is in memory. That of a complete one stays on the disk and is asked for one offset at
 * a time, so that an archive of many volumes costs little memory.
 */
final class Volume implements Closeable {
    /** Most records fit into the first read. */
    private static final int FIRST_READ = 8 << 10;

    private final Path path;
    private final VolumeHeader header;
    private final DiskFile file;
    private final VolumeTable summary;
    private volatile @Nullable DiskFile tableFile;

    private Volume(Path path, VolumeHeader header, DiskFile file, VolumeTable summary, @Nullable DiskFile tableFile) {
        this.path = path;
        this.header = header;
        this.file = file;
        this.summary = summary;
        this.tableFile = tableFile;
    }

    /** The volume that is being written; shares the writer's file and table. */
    static Volume open(Path path, VolumeHeader header, DiskFile file, VolumeTable table) {
        return new Volume(path, header, file, table, null);
    }

    /** A complete volume; its table is made again if it is missing or does not fit. */
    static Volume complete(Disk disk, Path path) throws IOException {
        DiskFile file = disk.openForReading(path);
        try {
            VolumeHeader header = readHeader(file, path);
            VolumeTable table = storedTable(disk, path, file.size());
            if (table == null) {
                table = rebuildTable(file, path, header);
                disk.writeAtomically(tablePath(path), table.encode());
            }
            table.forgetOffsets();
            return new Volume(path, header, file, table, disk.openForReading(tablePath(path)));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static VolumeTable rebuildTable(DiskFile file, Path path, VolumeHeader header) throws IOException {
        VolumeTable table = new VolumeTable(header.firstNumber());
        VolumeScan scan = new VolumeScan(file, path, file.size());
        scanInto(table, scan);
        if (!scan.atEnd()) {
            throw new CorruptVolumeException(path, scan.position(), "no intact batch begins here");
        }
        return table;
    }

    /** Reads intact batches into the table until there is none, without judging what follows. */
    static void scanInto(VolumeTable table, VolumeScan scan) throws IOException {
        int[] records = {table.count()};
        VolumeScan.Visitor visitor =
                (frame, record, offset) -> table.add(frame.kind(), frame.time(), offset, records[0]++);
        for (Batch batch = scan.next(visitor); batch != null; batch = scan.next(visitor)) {
            if (batch.firstNumber() != table.nextNumber()) {
                throw new CorruptVolumeException(
                        scan.path(),
                        scan.position() - batch.length(),
                        "records " + table.nextNumber() + " to " + (batch.firstNumber() - 1) + " are missing");
            }
            table.batchEnds(scan.position(), records[0]);
        }
    }

    static @Nullable VolumeTable storedTable(Disk disk, Path volume, long volumeLength) throws IOException {
        try {
            return VolumeTable.decode(disk.read(tablePath(volume)), volumeLength);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    static Path tablePath(Path volume) {
        String name = volume.getFileName().toString();
        return volume.resolveSibling(name.substring(0, name.length() - ".vol".length()) + ".tbl");
    }

    static VolumeHeader readHeader(DiskFile file, Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(VolumeHeader.LENGTH);
        file.read(bytes, 0);
        return VolumeHeader.decode(bytes.flip(), path);
    }

    Path path() {
        return path;
    }

    VolumeHeader header() {
        return header;
    }

    /** Counts and bounds; of a complete volume without offsets. */
    VolumeTable summary() {
        return summary;
    }

    boolean holds(long number) {
        return number >= header.firstNumber() && number < summary.nextNumber();
    }

    /** The record's bytes, frame and payload, checked; the buffer stands at the frame. */
    ByteBuffer record(long number) throws IOException {
        long offset = offset(number);
        ByteBuffer bytes = ByteBuffer.allocate(FIRST_READ);
        file.read(bytes, offset);
        bytes.flip();
        int length = bytes.limit() < Frame.LENGTH ? Frame.LENGTH : bytes.getInt(4);
        if (length > bytes.limit() && length <= Batch.MAX_LENGTH) {
            bytes = ByteBuffer.allocate(length);
            file.read(bytes, offset);
            bytes.flip();
        }
        String problem = Frame.problem(bytes);
        if (problem == null && Frame.read(bytes).number() != number) {
            problem = "record " + Frame.read(bytes).number() + " stands where record " + number + " belongs";
        }
        if (problem != null) {
            throw new CorruptVolumeException(path, offset, "record " + number + ": " + problem);
        }
        return bytes;
    }

    /**
     * The code of a record's kind, from its frame alone: quick enough to look at every record. Only whoever reads the
     * whole record knows that it is sound.
     */
    int kind(long number) throws IOException {
        long offset = offset(number);
        ByteBuffer frame = ByteBuffer.allocate(Frame.LENGTH);
        int read = file.read(frame, offset);
        if (read < Frame.LENGTH
                || frame.getInt(0) != Frame.MAGIC
                || Frame.read(frame.flip()).number() != number) {
            throw new CorruptVolumeException(path, offset, "record " + number + " does not begin here");
        }
        return Frame.read(frame).kind();
    }

    private long offset(long number) throws IOException {
        long known = summary.offset(number);
        DiskFile stored = tableFile;
        if (known >= 0 || stored == null) {
            return known;
        }
        ByteBuffer offset = ByteBuffer.allocate(8);
        long place = VolumeTable.placeOfOffset(number - header.firstNumber());
        if (stored.read(offset, place) != 8) {
            throw new CorruptVolumeException(tablePath(path), place, "the table ends before record " + number);
        }
        return offset.getLong(0);
    }

    /** From now on the offsets are read from the stored table; nothing more is written to this volume. */
    void retire(Disk disk) throws IOException {
        tableFile = disk.openForReading(tablePath(path)); // before the offsets go, for readers that are under way
        summary.forgetOffsets();
    }

    /** Reads everything up to the end that is durable now. */
    VolumeScan scan() {
        return new VolumeScan(file, path, summary.end());
    }

    @Override
    public void close() throws IOException {
        file.close();
        DiskFile stored = tableFile;
        if (stored != null) {
            stored.close();
        }
    }
}
