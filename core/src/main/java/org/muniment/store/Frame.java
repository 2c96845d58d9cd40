package org.muniment.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.muniment.evidence.Leaf;

/**
 * The part of a record that is readable without any key: enough to scan, count, recover and move a record whose key is
 * gone. Laid out in {@code docs/formats/volume.md}, section 4; the payload follows it directly.
 *
 * @param kind code of the {@link Kind}; kept as a number so that unknown kinds can be passed over
 * @param flags how the payload is packed
 * @param dueDay days since 1970-01-01, 0 for none
 * @param time when it was archived, milliseconds since 1970
 * @param keyId which key of the keyring the payload is encrypted with
 * @param nonce 12 bytes, fresh for every record
 * @param commitment 32 bytes, the salted commitment that the record's leaf holds
 * @param payloadLength bytes of the payload, its authentication tag included
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one read or write inside this package; nobody compares frames
record Frame(
        int kind,
        int flags,
        int dueDay,
        long number,
        long time,
        long keyId,
        byte[] nonce,
        byte[] commitment,
        int payloadLength) {

    static final int LENGTH = 96;
    static final int MAGIC = 0x4D524543; // "MREC"
    static final int VERSION = 1;
    static final int CHECKSUM_AT = 92;

    /** The payload is compressed with zstd, with or without the dictionary its own header names. */
    static final int FLAG_ZSTD = 1;

    /** Bytes of the whole record. */
    int recordLength() {
        return LENGTH + payloadLength;
    }

    /** Writes the frame and the payload, then the checksum that covers both. */
    void write(ByteBuffer out, byte[] payload) {
        int start = out.position();
        out.putInt(MAGIC).putInt(recordLength());
        out.put((byte) VERSION).put((byte) kind).putShort((short) flags).putInt(dueDay);
        out.putLong(number).putLong(time).putLong(keyId);
        out.put(nonce).putInt(payloadLength).put(commitment);
        out.putInt(0); // reserved
        out.position(start + LENGTH).put(payload, 0, payloadLength);
        out.putInt(start + CHECKSUM_AT, checksum(out, start, recordLength()));
    }

    /** Reads a frame at the buffer's position; magic, version and lengths must have been seen by {@link #problem}. */
    static Frame read(ByteBuffer in) {
        int start = in.position();
        byte[] nonce = new byte[12];
        byte[] commitment = new byte[32];
        in.get(start + 40, nonce).get(start + 56, commitment);
        return new Frame(
                in.get(start + 9) & 0xFF,
                in.getShort(start + 10) & 0xFFFF,
                in.getInt(start + 12),
                in.getLong(start + 16),
                in.getLong(start + 24),
                in.getLong(start + 32),
                nonce,
                commitment,
                in.getInt(start + 52));
    }

    /** What is wrong with the record at the buffer's position, or {@code null}; reads within the limit only. */
    static @Nullable String problem(ByteBuffer in) {
        int start = in.position();
        int room = in.limit() - start;
        if (room < LENGTH) {
            return "no room for a frame";
        }
        if (in.getInt(start) != MAGIC) {
            return "no record begins here";
        }
        int length = in.getInt(start + 4);
        if (length < LENGTH || length > room || length - LENGTH != in.getInt(start + 52)) {
            return "the record's length does not fit";
        }
        if (in.getInt(start + CHECKSUM_AT) != checksum(in, start, length)) {
            return "checksum of the record differs";
        }
        return null;
    }

    static int version(ByteBuffer in) {
        return in.get(in.position() + 8) & 0xFF;
    }

    /** CRC-32C of a record, its checksum field left out. */
    private static int checksum(ByteBuffer buffer, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().limit(start + CHECKSUM_AT).position(start));
        crc.update(buffer.duplicate().limit(start + length).position(start + LENGTH));
        return (int) crc.getValue();
    }

    /** What the payload's authentication binds: everything about the record that is known before its number is. */
    byte[] associatedData() {
        ByteBuffer data = ByteBuffer.allocate(60);
        data.putInt(MAGIC).put((byte) VERSION).put((byte) kind).putShort((short) flags);
        data.putInt(dueDay).putLong(time).putLong(keyId).put(commitment);
        return data.array();
    }

    /** Hash of the record's leaf in the evidence log. */
    byte[] leafHash() {
        return new Leaf(kind, number, time, commitment).hash();
    }

    Frame withNumber(long assigned) {
        return new Frame(kind, flags, dueDay, assigned, time, keyId, nonce, commitment, payloadLength);
    }
}
