package org.muniment.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The unit of durability: what one group commit wrote. Whole or absent; {@code docs/formats/volume.md}, section 3.
 *
 * @param length bytes of the whole batch, this header included
 * @param count how many records
 * @param firstNumber number of the first record; the others follow without a gap
 * @param time of the commit, milliseconds since 1970
 */
record Batch(int length, int count, long firstNumber, long time) {
    static final int HEADER = 40;
    static final int MAGIC = 0x4D424154; // "MBAT"

    /** The most bytes of a batch; a reader believes no longer one. */
    static final int MAX_LENGTH = 32 << 20;

    /** Completes a buffer whose records begin at {@link #HEADER} and end at its position; ready to be written. */
    static void complete(ByteBuffer buffer, int count, long firstNumber, long time) {
        buffer.flip();
        buffer.putInt(0, MAGIC).putInt(4, buffer.limit()).putInt(8, count).putInt(12, 0);
        buffer.putLong(16, firstNumber).putLong(24, time);
        buffer.putInt(32, checksum(buffer, 0, 32));
        buffer.putInt(36, checksum(buffer, HEADER, buffer.limit()));
    }

    /** The header at the buffer's position, or {@code null} if no batch begins there. */
    static @Nullable Batch header(ByteBuffer in) {
        int at = in.position();
        if (in.remaining() < HEADER || in.getInt(at) != MAGIC || in.getInt(at + 32) != checksum(in, at, at + 32)) {
            return null;
        }
        int length = in.getInt(at + 4);
        if (length < HEADER || length > MAX_LENGTH) {
            return null;
        }
        return new Batch(length, in.getInt(at + 8), in.getLong(at + 16), in.getLong(at + 24));
    }

    /** Whether the records of a batch that fills the buffer are those that were written. */
    static boolean recordsAreIntact(ByteBuffer batch) {
        return batch.getInt(36) == checksum(batch, HEADER, batch.limit());
    }

    private static int checksum(ByteBuffer buffer, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().limit(to).position(from));
        return (int) crc.getValue();
    }
}
