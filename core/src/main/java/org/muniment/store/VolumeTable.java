package org.muniment.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Where each record of one volume lies, and how many of each kind there are. Derived from the volume; written beside it
 * when the volume is complete or the store closes, so that opening need not read the volume. Layout:
 * {@code docs/formats/volume.md}, section 6. One writer, many readers.
 */
final class VolumeTable {
    private static final byte[] MAGIC = "MUNITBL\0".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int KINDS = 16;
    private static final int HEADER = 8 + 4 + 4 + 8 + 8 + 8 + KINDS * 8;

    private final long firstNumber;
    private volatile long[] offsets = new long[256];
    private volatile int count;
    private final long[] kinds = new long[KINDS];
    private volatile long end = VolumeHeader.LENGTH;
    private volatile long lastMessageTime;

    VolumeTable(long firstNumber) {
        this.firstNumber = firstNumber;
    }

    /** Notes the next record; it can be found after {@link #batchEnds}. */
    void add(int kind, long time, long offset, int index) {
        if (index == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * index);
        }
        offsets[index] = offset;
        kinds[Math.min(kind, KINDS - 1)]++;
        if (kind == Kind.MESSAGE.code()) {
            lastMessageTime = time;
        }
    }

    /** Everything up to here is durable. */
    void batchEnds(long volumeEnd, int records) {
        end = volumeEnd;
        count = records; // written last: whoever sees the count sees the offsets
    }

    int count() {
        return count;
    }

    long firstNumber() {
        return firstNumber;
    }

    /** The number behind the last record. */
    long nextNumber() {
        return firstNumber + count;
    }

    /** Where the next batch begins. */
    long end() {
        return end;
    }

    long ofKind(Kind kind) {
        return kinds[kind.code()];
    }

    /** When the newest message of the volume was archived, 0 if it has none. */
    long lastMessageTime() {
        return lastMessageTime;
    }

    /** Where a record begins, or -1 if it is not in this volume or the offsets have gone. */
    long offset(long number) {
        long index = number - firstNumber;
        int known = count; // read first: whoever sees the count sees the offsets
        long[] places = offsets;
        return index < 0 || index >= known || index >= places.length ? -1 : places[(int) index];
    }

    /** Keeps the counts and lets the offsets go. */
    void forgetOffsets() {
        offsets = new long[0];
    }

    byte[] encode() {
        int records = count;
        ByteBuffer out = ByteBuffer.allocate(HEADER + 8 * records + 4);
        out.put(MAGIC)
                .putInt(VERSION)
                .putInt(records)
                .putLong(firstNumber)
                .putLong(end)
                .putLong(lastMessageTime);
        for (long kind : kinds) {
            out.putLong(kind);
        }
        for (int i = 0; i < records; i++) {
            out.putLong(offsets[i]);
        }
        return out.putInt(checksum(out.array())).array();
    }

    /** The table of a volume of this length, or {@code null} if the bytes are damaged, of another form or outdated. */
    static @Nullable VolumeTable decode(byte[] bytes, long volumeLength) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER + 4 || !Arrays.equals(bytes, 0, 8, MAGIC, 0, 8) || in.getInt(8) != VERSION) {
            return null;
        }
        int records = in.getInt(12);
        if (in.getInt(bytes.length - 4) != checksum(bytes) || bytes.length != HEADER + 8L * records + 4) {
            return null;
        }
        VolumeTable table = new VolumeTable(in.getLong(16));
        table.end = in.getLong(24);
        table.lastMessageTime = in.getLong(32);
        in.position(40).asLongBuffer().get(table.kinds);
        table.offsets = new long[Math.max(records, 1)];
        in.position(HEADER).asLongBuffer().get(table.offsets, 0, records);
        table.count = records;
        return table.end == volumeLength ? table : null;
    }

    private static int checksum(byte[] table) {
        CRC32C crc = new CRC32C();
        crc.update(table, 0, table.length - 4);
        return (int) crc.getValue();
    }

    /** Where in the file of a table the offset of its n-th record stands, so that one can be read without the others. */
    static long placeOfOffset(long index) {
        return HEADER + 8 * index;
    }
}
