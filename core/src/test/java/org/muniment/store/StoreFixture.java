package org.muniment.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.muniment.evidence.Disk;

/** A store in a folder, for tests. */
public final class StoreFixture {
    static final MasterKey MASTER = MasterKey.parse("00112233445566778899aabbccddeeff".repeat(2));
    static final int DUE = 22_000;

    private StoreFixture() {}

    static StoreSettings settings(Path folder) {
        return settings(Disk.real(), folder, 1 << 20);
    }

    static StoreSettings settings(Disk disk, Path folder, long volumeBytes) {
        return new StoreSettings(
                disk,
                folder.resolve("store"),
                folder.resolve("keys").resolve("test.keyring"),
                folder.resolve("keys-copy").resolve("test.keyring"),
                MASTER,
                "test1",
                volumeBytes,
                0);
    }

    static Draft message(String text) {
        return message(text.getBytes(StandardCharsets.UTF_8));
    }

    static Draft message(byte[] bytes) {
        return message(bytes, DUE);
    }

    static Draft message(byte[] bytes, int dueDay) {
        return new Draft(
                Kind.MESSAGE,
                1_700_000_000_000L,
                dueDay,
                ("meta of " + bytes.length).getBytes(StandardCharsets.UTF_8),
                new Draft.Bytes(bytes, Digests.sha256(bytes)));
    }

    static String text(Store store, RecordId id) throws IOException {
        return new String(bytes(store, id), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Store store, RecordId id) throws IOException {
        StoredRecord record = store.read(id).orElseThrow();
        try (InputStream in = record.content().open()) {
            return in.readAllBytes();
        }
    }

    /** Checks everything; for the end of every test. */
    static Check.Report check(Path folder) throws IOException {
        return Check.ofFolder(settings(folder), (done, total) -> {});
    }
}
