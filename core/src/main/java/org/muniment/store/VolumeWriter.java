package org.muniment.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;

/**
 * Appends batches to the one open volume of a writer and begins the next when it is full.
 *
 * <p>A batch is durable once {@link #append} returns; when it throws {@link StoreFullException} nothing of it is left
 * and writing may go on. After any other exception the state of the file is unknown and the writer is broken for good:
 * reopen the store. Not thread-safe; {@link GroupCommit} owns the only instance.
 */
final class VolumeWriter implements Closeable {
    private final Disk disk;
    private final Path folder;
    private final byte[] storeId;
    private final String writer;
    private final long capacity;
    private final long reserve;
    private Volume volume;
    private DiskFile file;
    private VolumeTable table;

    /** Goes on with a volume that recovery has put in order. */
    VolumeWriter(Disk disk, Path folder, Recovery.OpenVolume last, long capacity, long reserve) {
        this.disk = disk;
        this.folder = folder;
        this.storeId = last.volume().header().storeId();
        this.writer = last.volume().header().writer();
        this.capacity = capacity;
        this.reserve = reserve;
        this.volume = last.volume();
        this.file = last.file();
        this.table = last.volume().summary();
    }

    /** Makes and syncs an empty volume, name included. */
    static Recovery.OpenVolume create(Disk disk, Path folder, VolumeHeader header) throws IOException {
        Path path = folder.resolve(VolumeHeader.fileName(header.writer(), header.sequence()));
        DiskFile file = disk.openForAppend(path);
        try {
            file.truncate(0); // a crash may have left a volume that no record was ever written to
            file.append(header.encode());
            file.sync();
            disk.syncDirectory(folder);
        } catch (IOException e) {
            file.close();
            throw e;
        }
        VolumeTable table = new VolumeTable(header.firstNumber());
        return new Recovery.OpenVolume(Volume.open(path, header, file, table), file, true);
    }

    Volume volume() {
        return volume;
    }

    /** The number the next record gets. */
    long nextNumber() {
        return table.nextNumber();
    }

    /** Writes and syncs a completed batch and enters its records into the table. */
    void append(ByteBuffer batch, Batch header) throws IOException {
        if (disk.usableSpace(folder) < batch.remaining() + reserve) {
            throw StoreFullException.at(folder);
        }
        long start = table.end();
        try {
            file.append(batch.duplicate());
            file.sync(); // from here on a power loss keeps the batch
        } catch (IOException e) {
            giveBack(start, batch.remaining(), e);
        }
        enter(batch, header, start);
    }

    /** After a failed write: a full disk is the one case that leaves a known state, once the tail is cut. */
    private void giveBack(long start, int needed, IOException cause) throws IOException {
        if (disk.usableSpace(folder) >= needed + reserve / 2) {
            throw cause;
        }
        try {
            file.truncate(start);
            file.sync();
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw cause;
        }
        StoreFullException full = StoreFullException.at(folder);
        full.initCause(cause);
        throw full;
    }

    private void enter(ByteBuffer batch, Batch header, long start) {
        int records = table.count();
        ByteBuffer in = batch.duplicate().position(Batch.HEADER);
        for (int i = 0; i < header.count(); i++) {
            int at = in.position();
            table.add(in.get(at + 9) & 0xFF, in.getLong(at + 24), start + at, records++);
            in.position(at + in.getInt(at + 4));
        }
        table.batchEnds(start + batch.limit(), records);
    }

    boolean isFull() {
        return table.end() >= capacity;
    }

    /** Completes the volume and begins the next one. The caller keeps the old one for reading. */
    void roll() throws IOException {
        long sequence = volume.header().sequence() + 1;
        writeTable();
        VolumeHeader next = new VolumeHeader(storeId, writer, sequence, table.nextNumber(), System.currentTimeMillis());
        Recovery.OpenVolume fresh = create(disk, folder, next);
        volume = fresh.volume();
        file = fresh.file();
        table = fresh.volume().summary();
    }

    /** Writes the table beside the volume, so that the next opening need not read the volume. */
    void writeTable() throws IOException {
        disk.writeAtomically(Volume.tablePath(volume.path()), table.encode());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
