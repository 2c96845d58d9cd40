package org.muniment.store.format;

import static org.muniment.store.format.Keys.demand;
import static org.muniment.store.format.Keys.take;
import static org.muniment.store.format.Keys.text;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Decrypts payloads and restores content from {@code volume.md} sections 5 and 7 and {@code evidence.md} section 2. */
final class PayloadReader {
    private static final int MOST = 16_777_216;
    private static final int CHUNK = 262_144;

    private final Path store;
    private final Keys keys;
    private final VolumeReader volumes;

    PayloadReader(Path store, Keys keys, VolumeReader volumes) {
        this.store = store;
        this.keys = keys;
        this.volumes = volumes;
    }

    Entry read(String writer, byte[] record) throws IOException {
        ByteBuffer frame = ByteBuffer.wrap(record);
        byte[] commitment = Arrays.copyOfRange(record, 56, 88);
        byte[] sealed = Arrays.copyOfRange(record, 96, record.length);
        byte[] nonce = Arrays.copyOfRange(record, 40, 52);
        byte[] opened = Keys.open(keys.key(frame.getLong(32)), nonce, associated(frame, commitment), sealed);
        boolean packed = (frame.getShort(10) & 1) != 0;
        ByteBuffer plain = ByteBuffer.wrap(packed ? unpack(opened, dictionary(), MOST) : opened);
        byte[] salt = take(plain, 32);
        byte[] meta = take(plain, plain.getInt());
        int coding = plain.get();
        long length = coding == 0 ? 0 : plain.getLong();
        byte[] sha256 = coding == 0 ? sha256(new byte[0]) : take(plain, 32);
        byte[] content = content(coding, length, plain);
        demand(content.length == length, "length of the content");
        demand(Arrays.equals(sha256(content), sha256), "SHA-256 of the content");
        demand(Arrays.equals(commitment(salt, meta, sha256), commitment), "commitment");
        int kind = frame.get(9) & 0xff;
        return new Entry(
                writer,
                frame.getLong(16),
                kind,
                frame.getInt(12),
                frame.getLong(24),
                coding,
                commitment,
                meta,
                sha256,
                content);
    }

    private static byte[] associated(ByteBuffer frame, byte[] commitment) {
        return ByteBuffer.allocate(60)
                .put(frame.slice(0, 4))
                .put(frame.slice(8, 8))
                .put(frame.slice(24, 16))
                .put(commitment)
                .array();
    }

    private byte[] content(int coding, long length, ByteBuffer plain) throws IOException {
        return switch (coding) {
            case 0 -> {
                demand(!plain.hasRemaining(), "no data");
                yield new byte[0];
            }
            case 1 -> take(plain, plain.remaining());
            case 2 -> contentFile(take(plain, 16), take(plain, 32));
            case 3 -> base(plain);
            case 4 -> {
                byte[] dictionary = base(plain);
                yield unpack(take(plain, plain.remaining()), dictionary, (int) length);
            }
            case 5 -> withTail(plain);
            default -> throw new IOException("content coding " + coding);
        };
    }

    private byte[] base(ByteBuffer plain) throws IOException {
        String writer = text(plain, plain.get());
        Entry base = volumes.read(writer + "-" + plain.getLong());
        demand(base.coding() == 1 || base.coding() == 2, "coding of the base");
        return base.content();
    }

    private byte[] withTail(ByteBuffer plain) throws IOException {
        byte[] base = base(plain);
        int from = (int) plain.getLong();
        byte[] data = take(plain, plain.remaining());
        byte[] all = Arrays.copyOf(data, data.length + base.length - from);
        System.arraycopy(base, from, all, data.length, base.length - from);
        return all;
    }

    private byte[] contentFile(byte[] id, byte[] key) throws IOException {
        String name = HexFormat.of().formatHex(id);
        Path placed = store.resolve("content").resolve(name.substring(0, 2)).resolve(name + ".content");
        Path pending = store.resolve("content/pending").resolve(name + ".content");
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(Files.exists(placed) ? placed : pending));
        demand(text(file, 8).equals("MUNICNT\0"), "magic of a content file");
        demand(file.getShort() == 1 && file.getShort() == 0 && file.getInt() == CHUNK, "version of a content file");
        demand(Arrays.equals(take(file, 16), id), "id of a content file");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean last = false;
        for (int index = 0; !last; index++) {
            int word = file.getInt();
            last = word < 0;
            byte[] nonce = ByteBuffer.allocate(12).putInt(8, index).array();
            byte[] associated =
                    ByteBuffer.allocate(24).put(id).putInt(index).putInt(word).array();
            byte[] opened = Keys.open(key, nonce, associated, take(file, word & 0x3fff_ffff));
            byte[] chunk = (word & 0x4000_0000) == 0 ? opened : unpack(opened, dictionary(), CHUNK);
            demand(last || chunk.length == CHUNK, "full chunk");
            content.writeBytes(chunk);
        }
        demand(!file.hasRemaining(), "end of a content file");
        return content.toByteArray();
    }

    private static byte[] unpack(byte[] packed, byte[] dictionary, int most) throws IOException {
        long size = Zstd.getFrameContentSize(packed);
        try (ZstdDecompressCtx context = new ZstdDecompressCtx()) {
            context.loadDict(dictionary);
            return context.decompress(packed, size > 0 ? (int) Math.min(size, most) : most);
        }
    }

    private static byte[] dictionary() throws IOException {
        try (InputStream in = PayloadReader.class.getResourceAsStream("/org/muniment/store/mail-1.zdict")) {
            demand(in != null, "dictionary");
            return in.readAllBytes();
        }
    }

    private static byte[] commitment(byte[] salt, byte[] meta, byte[] original) throws IOException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            mac.update(ByteBuffer.allocate(4).putInt(0, meta.length));
            mac.update(meta);
            return mac.doFinal(original);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static byte[] sha256(byte[] bytes) throws IOException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
