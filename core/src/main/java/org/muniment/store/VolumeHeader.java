package org.muniment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first bytes of a volume: {@code docs/formats/volume.md}, section 2.
 *
 * @param storeId 16 bytes that name the store
 * @param sequence of the volume within its writer, from 1
 * @param firstNumber number of the first record it takes
 * @param created milliseconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent") // written and read in this package only; nobody compares headers
record VolumeHeader(byte[] storeId, String writer, long sequence, long firstNumber, long created) {
    static final int LENGTH = 128;
    static final int VERSION = 1;
    private static final byte[] MAGIC = "MUNIVOL\0".getBytes(StandardCharsets.US_ASCII);
    private static final int WRITER_AT = 32;
    private static final int WRITER_ROOM = 16;
    private static final int CHECKSUM_AT = 124;

    ByteBuffer encode() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        out.put(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) 0)
                .putInt(LENGTH)
                .put(storeId);
        out.put(WRITER_AT, writer.getBytes(StandardCharsets.US_ASCII));
        out.putLong(48, sequence).putLong(56, firstNumber).putLong(64, created);
        out.putInt(CHECKSUM_AT, checksum(out));
        return out.rewind();
    }

    static VolumeHeader decode(ByteBuffer in, Path file) throws IOException {
        if (in.limit() < LENGTH || !in.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new CorruptVolumeException(file, 0, "this is no volume");
        }
        int version = in.getShort(8) & 0xFFFF;
        if (version > VERSION) {
            throw new FormatTooNewException("volume format " + version + " of " + file.getFileName());
        }
        if (in.getInt(CHECKSUM_AT) != checksum(in)) {
            throw new CorruptVolumeException(file, 0, "checksum of the header differs");
        }
        byte[] storeId = new byte[16];
        byte[] writer = new byte[WRITER_ROOM];
        in.get(16, storeId).get(WRITER_AT, writer);
        return new VolumeHeader(storeId, text(writer), in.getLong(48), in.getLong(56), in.getLong(64));
    }

    private static String text(byte[] padded) {
        int length = 0;
        while (length < padded.length && padded[length] != 0) {
            length++;
        }
        return new String(Arrays.copyOf(padded, length), StandardCharsets.US_ASCII);
    }

    private static int checksum(ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(header.duplicate().position(0).limit(CHECKSUM_AT));
        return (int) crc.getValue();
    }

    static String fileName(String writer, long sequence) {
        return "%s-%08d.vol".formatted(writer, sequence);
    }
}
