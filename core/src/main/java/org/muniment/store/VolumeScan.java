package org.muniment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.DiskFile;

/**
 * Reads a volume from its first batch to its end, checking everything that can be checked without a key. Recovery,
 * rebuilding and verification all read through this.
 */
final class VolumeScan {
    private final DiskFile file;
    private final Path path;
    private final long end;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
    private long at = VolumeHeader.LENGTH;

    /** Is shown every record of an intact batch, in order. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Sees one record.
         *
         * @param record a buffer whose position is at the record, for use during the call only
         * @param offset of the record in the volume
         */
        void record(Frame frame, ByteBuffer record, long offset) throws IOException;
    }

    /** Scans up to {@code end}, which is the file's length or what was durable at some moment. */
    VolumeScan(DiskFile file, Path path, long end) {
        this.file = file;
        this.path = path;
        this.end = end;
    }

    /** Where the next batch would begin. */
    long position() {
        return at;
    }

    Path path() {
        return path;
    }

    boolean atEnd() {
        return at >= end;
    }

    /** Goes on at another place, which {@link #nextBatchFrom} found. */
    void moveTo(long offset) {
        at = offset;
    }

    /**
     * Reads the batch at the position, shows its records and moves behind it.
     *
     * @return its header, or {@code null} if no intact batch begins here; the position then stays
     */
    @Nullable
    Batch next(Visitor visitor) throws IOException {
        Batch batch = load(at);
        if (batch == null) {
            return null;
        }
        buffer.position(Batch.HEADER);
        for (int i = 0; i < batch.count(); i++) {
            visitRecord(batch.firstNumber() + i, visitor);
        }
        if (buffer.hasRemaining()) {
            throw new CorruptVolumeException(
                    path, at + buffer.position(), "bytes stand behind the last record of the batch");
        }
        at += batch.length();
        return batch;
    }

    private void visitRecord(long number, Visitor visitor) throws IOException {
        long offset = at + buffer.position();
        String problem = Frame.problem(buffer);
        if (problem != null) {
            throw new CorruptVolumeException(path, offset, problem);
        }
        if (Frame.version(buffer) > Frame.VERSION) {
            throw new FormatTooNewException("record format " + Frame.version(buffer) + " of " + path.getFileName());
        }
        Frame frame = Frame.read(buffer);
        if (frame.number() != number) {
            throw new CorruptVolumeException(
                    path, offset, "record " + frame.number() + " stands where record " + number + " belongs");
        }
        int behind = buffer.position() + frame.recordLength();
        visitor.record(frame, buffer, offset);
        buffer.position(behind);
    }

    /** Fills the buffer with the batch at an offset, or answers {@code null}. */
    private @Nullable Batch load(long offset) throws IOException {
        if (end - offset < Batch.HEADER) {
            return null;
        }
        buffer.clear().limit(Batch.HEADER);
        file.read(buffer, offset);
        Batch batch = Batch.header(buffer.flip());
        if (batch == null || batch.length() > end - offset) {
            return null;
        }
        if (batch.length() > buffer.capacity()) {
            buffer = ByteBuffer.allocate(batch.length());
        }
        buffer.clear().limit(batch.length());
        file.read(buffer, offset);
        buffer.flip();
        return buffer.limit() == batch.length() && Batch.recordsAreIntact(buffer) ? batch : null;
    }

    /** Where behind an offset the next intact batch begins, or -1. */
    long nextBatchFrom(long offset) throws IOException {
        ByteBuffer window = ByteBuffer.allocate(1 << 16);
        for (long base = offset; base < end; base += window.capacity() - 3) {
            window.clear().limit((int) Math.min(window.capacity(), end - base));
            file.read(window, base);
            window.flip();
            for (int i = 0; i + 4 <= window.limit(); i++) {
                if (window.getInt(i) == Batch.MAGIC && load(base + i) != null) {
                    return base + i;
                }
            }
        }
        return -1;
    }

    /** A record that was found by its frame alone. */
    record Found(Frame frame, ByteBuffer record, long offset) {}

    /** The intact records in a damaged stretch, wherever a frame begins; for naming what is left of it. */
    List<Found> framesBetween(long from, long to) throws IOException {
        List<Found> found = new ArrayList<>();
        ByteBuffer stretch = ByteBuffer.allocate((int) Math.min(to - from, Batch.MAX_LENGTH));
        file.read(stretch, from);
        stretch.flip();
        int i = 0;
        while (i + Frame.LENGTH <= stretch.limit()) {
            ByteBuffer record = stretch.duplicate().position(i);
            if (record.getInt(i) == Frame.MAGIC && Frame.problem(record) == null) {
                Frame frame = Frame.read(record);
                found.add(new Found(frame, record, from + i));
                i += frame.recordLength();
            } else {
                i++;
            }
        }
        return found;
    }

    /** Number of the first record of the batch at an offset, or 0 if no intact one begins there. */
    long firstNumberAt(long offset) throws IOException {
        Batch batch = load(offset);
        return batch == null ? 0 : batch.firstNumber();
    }
}
