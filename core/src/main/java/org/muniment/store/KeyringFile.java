package org.muniment.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;

/**
 * A keyring as it lies in a file, wrapped by the master key: {@code docs/formats/volume.md}, section 8.
 *
 * @param generation counts the times it was written; of two copies the higher one is the newer
 */
record KeyringFile(long generation, List<Entry> entries) {
    private static final byte[] MAGIC = "MUNIKEYS".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = 40;
    private static final int ENTRY = 48;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a key is for; codes are part of the format. */
    enum Purpose {
        /** Made ahead of need, for no day yet. */
        SPARE(0),
        /** The mail of a due day. */
        MAIL(1),
        /** The archive log. */
        LOG(2),
        /** Derived tables that must not tell what they hold. */
        TABLES(3),
        /** The seed of the key that signs checkpoints. */
        SIGNING(4);

        private final int code;

        Purpose(int code) {
            this.code = code;
        }

        static Purpose of(int code) throws FormatTooNewException {
            for (Purpose purpose : values()) {
                if (purpose.code == code) {
                    return purpose;
                }
            }
            throw new FormatTooNewException("key purpose " + code);
        }
    }

    /** One key. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares keys
    record Entry(long id, Purpose purpose, int dueDay, byte[] key) {

        static Entry fresh(Purpose purpose) {
            byte[] key = new byte[32];
            RANDOM.nextBytes(key);
            long id;
            do {
                id = RANDOM.nextLong();
            } while (id == 0);
            return new Entry(id, purpose, 0, key);
        }

        Entry forDay(int day) {
            return new Entry(id, Purpose.MAIL, day, key);
        }
    }

    byte[] encode(MasterKey master, byte[] storeId) {
        ByteBuffer plain = ByteBuffer.allocate(12 + entries.size() * ENTRY);
        plain.putLong(generation).putInt(entries.size());
        for (Entry entry : entries) {
            plain.putLong(entry.id)
                    .putInt(entry.purpose.code)
                    .putInt(entry.dueDay)
                    .put(entry.key);
        }
        byte[] nonce = new byte[AesGcm.NONCE];
        RANDOM.nextBytes(nonce);
        byte[] header = header(storeId, nonce);
        byte[] sealed = AesGcm.encrypt(master.key(), nonce, header, plain.array(), plain.position());
        byte[] file = Arrays.copyOf(header, HEADER + sealed.length);
        System.arraycopy(sealed, 0, file, HEADER, sealed.length);
        return file;
    }

    private static byte[] header(byte[] storeId, byte[] nonce) {
        return ByteBuffer.allocate(HEADER)
                .put(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) 0)
                .put(nonce)
                .put(storeId)
                .array();
    }

    static KeyringFile decode(byte[] file, MasterKey master, byte[] storeId, Path path) throws IOException {
        if (file.length < HEADER || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new CorruptVolumeException(path, 0, "this is no keyring");
        }
        int version = ByteBuffer.wrap(file).getShort(MAGIC.length) & 0xFFFF;
        if (version > VERSION) {
            throw new FormatTooNewException("keyring format " + version + " of " + path.getFileName());
        }
        byte[] nonce = Arrays.copyOfRange(file, 12, 24);
        try {
            byte[] header = header(storeId, nonce);
            byte[] plain = AesGcm.decrypt(master.key(), nonce, header, file, HEADER, file.length - HEADER);
            return parse(ByteBuffer.wrap(plain));
        } catch (AEADBadTagException e) {
            throw new CorruptVolumeException(
                    path, HEADER, "the master key does not open it, or it is damaged or of another store");
        }
    }

    private static KeyringFile parse(ByteBuffer in) throws FormatTooNewException {
        long generation = in.getLong();
        int count = in.getInt();
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long id = in.getLong();
            int purpose = in.getInt();
            int day = in.getInt();
            byte[] key = new byte[32];
            in.get(key);
            entries.add(new Entry(id, Purpose.of(purpose), day, key));
        }
        return new KeyringFile(generation, entries);
    }
}
