package org.muniment.evidence;

import java.nio.ByteBuffer;

/**
 * What the log says of one record: kind, archive number, time and a commitment to its content, 49 bytes that stay when
 * the content is destroyed and tell nothing about it. Immutable; {@code docs/formats/evidence.md} gives the bytes.
 */
public final class Leaf {
    /** Bytes of leaf data. */
    public static final int BYTES = 1 + Long.BYTES + Long.BYTES + Commitment.BYTES;

    private static final byte LEAF_PREFIX = 0x00; // RFC 9162 section 2.1.1

    private final int kind;
    private final long number;
    private final long time;
    private final byte[] commitment;

    /**
     * Takes the commitment over.
     *
     * @param kind the kind of record, 0 to 255
     * @param number the record's archive number with its writer
     * @param time when the record was archived, in milliseconds since 1970-01-01T00:00Z
     * @param commitment 32 bytes, see {@link Commitment}
     */
    public Leaf(int kind, long number, long time, byte[] commitment) {
        if (kind < 0 || kind > 255 || number < 0) {
            throw new IllegalArgumentException("no leaf has kind " + kind + " and number " + number);
        }
        MerkleTree.requireHash(commitment);
        this.kind = kind;
        this.number = number;
        this.time = time;
        this.commitment = commitment;
    }

    /**
     * Reads leaf data.
     *
     * @throws EvidenceException if it has another length or a negative number
     */
    public static Leaf parse(byte[] data) throws EvidenceException {
        if (data.length != BYTES) {
            throw new EvidenceException("leaf data has " + BYTES + " bytes, not " + data.length);
        }
        ByteBuffer in = ByteBuffer.wrap(data);
        int kind = Byte.toUnsignedInt(in.get());
        long number = in.getLong();
        long time = in.getLong();
        if (number < 0) {
            throw new EvidenceException("leaf data holds the number " + Long.toUnsignedString(number)
                    + ", which is larger than any record's");
        }
        byte[] commitment = new byte[Commitment.BYTES];
        in.get(commitment);
        return new Leaf(kind, number, time, commitment);
    }

    /** The kind of record, 0 to 255. */
    public int kind() {
        return kind;
    }

    /** The record's archive number. */
    public long number() {
        return number;
    }

    /** When the record was archived, in milliseconds since 1970-01-01T00:00Z. */
    public long time() {
        return time;
    }

    /** The leaf data. */
    public byte[] data() {
        byte[] data = new byte[BYTES];
        write(data, 0);
        return data;
    }

    /** What goes into the tree: SHA-256 of a zero byte and the leaf data. */
    public byte[] hash() {
        byte[] prefixed = new byte[1 + BYTES];
        prefixed[0] = LEAF_PREFIX;
        write(prefixed, 1);
        return Sha256.ofThread().hash(prefixed);
    }

    private void write(byte[] to, int start) {
        ByteBuffer.wrap(to, start, BYTES)
                .put((byte) kind)
                .putLong(number)
                .putLong(time)
                .put(commitment);
    }
}
