package org.muniment.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Layout of a content file: {@code docs/formats/volume.md}, section 7. */
final class ContentFormat {
    static final byte[] MAGIC = "MUNICNT\0".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;
    static final int HEADER = 32;
    static final int ID = 16;

    /** Plain bytes of every chunk but the last: small enough that 200 large mails at once fit a small heap. */
    static final int CHUNK = 256 << 10;

    static final int LAST = 1 << 31;
    static final int PACKED = 1 << 30;
    static final int LENGTH_MASK = PACKED - 1;

    private ContentFormat() {}

    static ByteBuffer header(byte[] id) {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.put(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) 0)
                .putInt(CHUNK)
                .put(id);
        return header.flip();
    }

    /** The key is used for this file alone, so the chunk's index makes every nonce unique. */
    static byte[] nonce(int index) {
        return ByteBuffer.allocate(AesGcm.NONCE).putInt(8, index).array();
    }

    /** Binds a chunk to its file, its place, its packing and whether it is the last. */
    static byte[] associatedData(byte[] id, int index, int word) {
        return ByteBuffer.allocate(ID + 8).put(id).putInt(index).putInt(word).array();
    }

    static String name(byte[] id) {
        return HexFormat.of().formatHex(id) + ".content";
    }

    /** Where a content file lies once a record refers to it. */
    static Path place(Path folder, byte[] id) {
        String name = name(id);
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    /** Where it lies until then; what nobody refers to is swept from here. */
    static Path pending(Path folder, byte[] id) {
        return folder.resolve("pending").resolve(name(id));
    }
}
