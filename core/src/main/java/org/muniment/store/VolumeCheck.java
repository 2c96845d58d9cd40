package org.muniment.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.DiskFile;
import org.muniment.store.Check.Failure;

/** Checks the volumes of one writer, in order, and everything that their records keep. */
final class VolumeCheck implements Closeable {
    private final StoreSettings settings;
    private final byte[] storeId;
    private final Keyring keyring;
    private final String writer;
    private final Contents contents;
    private final Consumer<Failure> fail;
    private final Meter meter;
    private final Map<Long, Place> places = new TreeMap<>();
    private long next = 1;
    private long records;

    /** Is told how many bytes were read. */
    @FunctionalInterface
    interface Meter {
        void read(long bytes);
    }

    /** Takes the leaf that a frame stands for. */
    @FunctionalInterface
    interface Leaves {
        void leaf(Frame frame, String file) throws IOException;
    }

    /** Where the records of one volume lie. */
    private record Place(Path path, DiskFile file, VolumeTable table) {}

    VolumeCheck(
            StoreSettings settings,
            byte[] storeId,
            Keyring keyring,
            String writer,
            Contents.Records others,
            Consumer<Failure> fail,
            Meter meter) {
        this.settings = settings;
        this.storeId = storeId;
        this.keyring = keyring;
        this.writer = writer;
        this.contents = new Contents(settings.disk(), settings.content(), others);
        this.fail = fail;
        this.meter = meter;
    }

    long records() {
        return records;
    }

    /** The last number there should be, as far as the volumes tell. */
    long lastNumber() {
        return next - 1;
    }

    /**
     * Checks one volume.
     *
     * @param durable what was durable at some moment, or {@code null} to read to the end
     * @param isLast whether an unfinished batch may stand at its end
     * @return what is no failure but worth knowing
     */
    @Nullable
    String check(Path path, @Nullable Long durable, boolean isLast, Leaves leaves) throws IOException {
        DiskFile file = settings.disk().openForReading(path);
        long end = durable == null ? file.size() : durable;
        long first = header(file, path);
        Place place = new Place(path, file, new VolumeTable(first));
        places.put(first, place);
        if (file.size() < end) {
            fail(path, next, file.size(), "the file ends before offset " + end + ", up to where it was durable");
        }
        VolumeTable stored = Volume.storedTable(settings.disk(), path, file.size());
        VolumeScan scan = new VolumeScan(file, path, Math.min(end, file.size()));
        VolumeScan.Visitor visitor = (frame, record, offset) -> record(place, frame, record, offset, leaves);
        while (!scan.atEnd()) {
            long from = scan.position();
            if (!nextBatch(scan, visitor)) {
                long intact = scan.nextBatchFrom(from + 1);
                boolean mayBeTorn = isLast && durable == null && stored == null && intact < 0;
                if (mayBeTorn) {
                    return path.getFileName() + ": from offset " + from
                            + " on stands an unfinished batch that nobody was told is durable; the next start cuts it.";
                }
                salvage(scan, place, from, intact < 0 ? Math.min(end, file.size()) : intact, visitor);
            }
            meter.read(scan.position() - from);
        }
        return null;
    }

    /** Blames what is missing between two volumes on the one that should hold it. */
    private void missingBefore(VolumeHeader header, Path path) throws IOException {
        if (header.firstNumber() <= next) {
            return;
        }
        Path blamed = path.resolveSibling(VolumeHeader.fileName(writer, Math.max(1, header.sequence() - 1)));
        long offset = -1;
        for (Place place : places.values()) {
            if (place.path.equals(blamed)) {
                offset = place.file.size();
            }
        }
        if (offset < 0) {
            fail(blamed, null, -1, "the volume is missing");
        }
        missing(blamed, header.firstNumber(), offset);
    }

    private long header(DiskFile file, Path path) throws IOException {
        try {
            VolumeHeader header = Volume.readHeader(file, path);
            if (!java.util.Arrays.equals(header.storeId(), storeId)
                    || !header.writer().equals(writer)) {
                fail(path, null, 0, "it belongs to another store or writer");
            }
            missingBefore(header, path);
            return header.firstNumber();
        } catch (CorruptVolumeException e) {
            fail(path, null, e.offset(), e.what());
            return next;
        }
    }

    private boolean nextBatch(VolumeScan scan, VolumeScan.Visitor visitor) throws IOException {
        try {
            return scan.next(visitor) != null;
        } catch (CorruptVolumeException e) {
            return false;
        }
    }

    /** Reads what can still be read of a damaged stretch, and names what cannot. */
    private void salvage(VolumeScan scan, Place place, long from, long to, VolumeScan.Visitor visitor)
            throws IOException {
        long before = next;
        for (VolumeScan.Found found : scan.framesBetween(from, to)) {
            if (found.frame().number() >= next) {
                missing(place.path, found.frame().number(), from);
                visitor.record(found.frame(), found.record(), found.offset());
            }
        }
        missing(place.path, Math.max(next, scan.firstNumberAt(to)), from);
        fail(place.path, before, from, "the batch that should begin here with record " + before + " is damaged");
        scan.moveTo(to);
    }

    /** Names every number up to one that was found again. */
    private void missing(Path path, long found, long offset) {
        long listed = Math.min(found, next + Check.MOST_FAILURES);
        for (; next < listed; next++) {
            fail(path, next, offset, "record " + next + " is missing or damaged");
        }
        next = found;
    }

    private void record(Place place, Frame frame, ByteBuffer record, long offset, Leaves leaves) throws IOException {
        if (frame.number() < next) {
            fail(place.path, frame.number(), offset, "record " + frame.number() + " stands here again");
            return;
        }
        if (frame.number() > next) {
            missing(place.path, frame.number(), offset);
        }
        next = frame.number() + 1;
        records++;
        note(place, frame, offset);
        leaves.leaf(frame, place.path.getFileName().toString());
        try {
            checkContent(frame, record);
        } catch (CorruptVolumeException e) {
            fail(e.file(), frame.number(), e.offset(), e.what());
        } catch (IOException e) {
            fail(place.path, frame.number(), offset, String.valueOf(e.getMessage()));
        }
    }

    private static void note(Place place, Frame frame, long offset) {
        VolumeTable table = place.table;
        int index = (int) (frame.number() - table.firstNumber());
        for (int gap = table.count(); gap < index; gap++) {
            table.add(0, 0, -1, gap);
        }
        if (index >= 0) {
            table.add(frame.kind(), frame.time(), offset, index);
            table.batchEnds(offset, index + 1);
        }
    }

    private void checkContent(Frame frame, ByteBuffer record) throws IOException {
        SecretKey key = keyring.find(frame.keyId());
        if (key == null) {
            throw new IOException("the keyring has no key " + Long.toHexString(frame.keyId()) + " for it");
        }
        Content content = contents.of(Sealing.open(frame, record, key));
        if (!(content instanceof Contents.InMemory)) {
            try (InputStream in = content.open()) {
                in.transferTo(java.io.OutputStream.nullOutputStream()); // the stream itself checks tags and digest
            }
        }
    }

    /** The payload of a record seen before, for those that build on it. */
    Payload payload(long number) throws IOException {
        Place place = null;
        for (Place candidate : places.values()) {
            if (candidate.table.offset(number) >= 0) {
                place = candidate;
            }
        }
        if (place == null) {
            throw new IOException("record " + writer + "-" + number + ", which it builds on, cannot be read");
        }
        long offset = place.table.offset(number);
        ByteBuffer head = ByteBuffer.allocate(Frame.LENGTH);
        place.file.read(head, offset);
        ByteBuffer bytes = ByteBuffer.allocate(Math.clamp(head.getInt(4), Frame.LENGTH, Batch.MAX_LENGTH));
        place.file.read(bytes, offset);
        Frame frame = Frame.read(bytes.flip());
        SecretKey key = keyring.find(frame.keyId());
        if (key == null || Frame.problem(bytes) != null) {
            throw new IOException("record " + writer + "-" + number + ", which it builds on, cannot be read");
        }
        return Sealing.open(frame, bytes, key);
    }

    private void fail(Path path, @Nullable Long number, long offset, String what) {
        String record = number == null ? null : writer + "-" + number;
        fail.accept(new Failure(path.getFileName().toString(), record, offset, what));
    }

    @Override
    public void close() throws IOException {
        for (Place place : places.values()) {
            place.file.close();
        }
    }
}
