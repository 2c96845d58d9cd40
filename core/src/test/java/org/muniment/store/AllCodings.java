package org.muniment.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.muniment.evidence.Disk;

/** Writes a store that has everything which format version 1 knows. */
public final class AllCodings {
    public static final String MASTER_KEY = "00112233445566778899aabbccddeeff".repeat(2);
    private static final long SMALL_VOLUME = 12_000;

    private final Store store;
    private final Map<String, byte[]> originals = new LinkedHashMap<>();

    private AllCodings(Store store) {
        this.store = store;
    }

    /** Writes it below a folder with 280 further records; returns what each record holds, by its id. */
    public static Map<String, byte[]> write(Path folder) throws IOException {
        return write(folder, 280);
    }

    static Map<String, byte[]> write(Path folder, int further) throws IOException {
        try (Store store = Store.open(StoreFixture.settings(Disk.real(), folder, SMALL_VOLUME))) {
            AllCodings all = new AllCodings(store);
            all.codings();
            store.checkpoint();
            for (int i = 0; i < further; i++) {
                all.own(text(i, 300));
            }
            return all.originals;
        }
    }

    /**
     * Writes the golden store of this version, below a folder that must not exist yet, with the digests of what it
     * holds beside it: done once per version of the format, and kept for ever.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        StringBuilder digests = new StringBuilder();
        for (var record : write(folder, 3).entrySet()) {
            String sha256 = HexFormat.of().formatHex(Digests.sha256(record.getValue()));
            digests.append(record.getKey()).append(' ').append(sha256).append('\n');
        }
        Files.writeString(folder.resolve("records.txt"), digests);
    }

    private void codings() throws IOException {
        byte[] mail = text(1, 9_000);
        RecordId base = own(mail);
        own(new byte[0]);
        own(noise(2, 500)); // not compressible
        add(new Draft(Kind.SIGHTING, 1, StoreFixture.DUE, meta(15, base.toString()), copy(base, mail)), mail);
        byte[] other = text(1, 9_000);
        other[40]++;
        add(new Draft(Kind.SIGHTING, 2, StoreFixture.DUE, meta(15, base.toString()), copy(base, other)), other);
        disposition();
        byte[] large = join("the same line\r\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII), noise(4, 2_000));
        RecordId largeBase = large(large);
        byte[] head = "Received: elsewhere\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] tailed = join(head, large);
        add(
                new Draft(
                        Kind.SIGHTING,
                        4,
                        StoreFixture.DUE,
                        new byte[0],
                        new Draft.TailOf(largeBase, head, 0, tailed.length, Digests.sha256(tailed))),
                tailed);
        own(text(5, 40_000)); // more than a volume takes
        own(text(6, 100), StoreFixture.DUE + 1);
    }

    private void disposition() throws IOException {
        add(new Draft(Kind.DISPOSITION, 5, 0, meta(20, "archiving-off"), new Draft.None()), new byte[0]);
        add(new Draft(Kind.LOG_ENTRY, 6, 0, meta(30, "search.run"), new Draft.None()), new byte[0]);
    }

    private RecordId large(byte[] bytes) throws IOException {
        try (ContentWriter writer = store.newContent()) {
            writer.write(bytes);
            Draft.Body body = new Draft.Written(writer.finish());
            return add(new Draft(Kind.MESSAGE, 3, StoreFixture.DUE, new byte[0], body), bytes);
        }
    }

    private static Draft.Body copy(RecordId base, byte[] copy) {
        return new Draft.CopyOf(base, copy, Digests.sha256(copy));
    }

    private RecordId own(byte[] bytes) throws IOException {
        return own(bytes, StoreFixture.DUE);
    }

    private RecordId own(byte[] bytes, int dueDay) throws IOException {
        return add(StoreFixture.message(bytes, dueDay), bytes);
    }

    private RecordId add(Draft draft, byte[] original) throws IOException {
        RecordId id = store.appendAndWait(draft);
        originals.put(id.toString(), original);
        return id;
    }

    private static byte[] meta(int tag, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return java.nio.ByteBuffer.allocate(5 + text.length)
                .put((byte) tag)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] noise(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Few letters, so that it shrinks. */
    private static byte[] text(int seed, int size) {
        byte[] bytes = new byte[size];
        Random random = new Random(seed);
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (random.nextInt(8) == 0 ? '\n' : 'a' + random.nextInt(6));
        }
        return bytes;
    }
}
