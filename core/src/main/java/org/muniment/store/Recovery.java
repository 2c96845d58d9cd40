package org.muniment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.muniment.evidence.Disk;
import org.muniment.evidence.DiskFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the open volume in order after whatever ended the last run.
 *
 * <p>A torn tail, written but never acknowledged, is cut. It is kept aside in a file of its own first: should it ever
 * turn out to be damage instead, nothing has been lost. Damage with intact batches behind it is never cut but reported.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private Recovery() {}

    /**
     * A volume that is ready to be appended to.
     *
     * @param endedWell whether the last run closed it, so that nothing had to be recovered
     */
    record OpenVolume(Volume volume, DiskFile file, boolean endedWell) {}

    static OpenVolume open(Disk disk, Path path) throws IOException {
        DiskFile file = disk.openForAppend(path);
        try {
            VolumeHeader header = Volume.readHeader(file, path);
            VolumeTable stored = Volume.storedTable(disk, path, file.size());
            VolumeTable table = stored != null ? stored : scan(disk, file, path, header);
            return new OpenVolume(Volume.open(path, header, file, table), file, stored != null);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static VolumeTable scan(Disk disk, DiskFile file, Path path, VolumeHeader header) throws IOException {
        VolumeTable table = new VolumeTable(header.firstNumber());
        VolumeScan scan = new VolumeScan(file, path, file.size());
        Volume.scanInto(table, scan);
        if (!scan.atEnd()) {
            long intact = scan.nextBatchFrom(scan.position() + 1);
            if (intact >= 0) {
                throw new CorruptVolumeException(
                        path,
                        scan.position(),
                        "the batch with record " + table.nextNumber() + " is damaged, but one at offset " + intact
                                + " behind it is intact; put back this volume from a copy");
            }
            cutTail(disk, file, path, scan.position());
        }
        file.sync(); // a batch may have been written whole and never synced; what is read from now on must be durable
        return table;
    }

    private static void cutTail(Disk disk, DiskFile file, Path path, long from) throws IOException {
        long length = file.size() - from;
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(length, Batch.MAX_LENGTH));
        file.read(tail, from);
        Path aside = path.resolveSibling(path.getFileName() + ".torn-" + from);
        disk.writeAtomically(aside, java.util.Arrays.copyOf(tail.array(), tail.position()));
        file.truncate(from);
        LOG.warn("{} ended in {} bytes of an unfinished batch; they were cut and kept as {}", path, length, aside);
    }
}
