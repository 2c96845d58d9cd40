package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.muniment.evidence.Disk;

/**
 * A store of several volumes, content files, a tile and checkpoints, to be damaged. Its first volumes hold batches of
 * one record each, all equally long.
 */
record FilledStore(StoreSettings settings, int batch) {
    static final int SINGLE = 300;
    private static final int TOGETHER = 40;
    static final int RECORDS = SINGLE + 2 + TOGETHER + 1;
    private static final long VOLUME = 100_000;
    private static final int BATCH_HEADER = 40;

    static FilledStore in(Path folder) throws IOException {
        StoreSettings settings = StoreFixture.settings(Disk.real(), folder, VOLUME);
        try (Store store = Store.open(settings)) {
            for (int i = 0; i < SINGLE; i++) {
                store.appendAndWait(StoreFixture.message(bytes(i, 700)));
            }
            store.checkpoint();
            large(store, 3_000);
            large(store, LargeContent.THRESHOLD + 500);
            List<CompletableFuture<RecordId>> together = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                together.add(store.append(StoreFixture.message(bytes(i, 600))));
            }
            together.forEach(CompletableFuture::join);
            store.appendAndWait(StoreFixture.message("the last"));
        }
        ByteBuffer first = ByteBuffer.wrap(Files.readAllBytes(settings.volumes().resolve("test1-00000001.vol")));
        FilledStore filled = new FilledStore(settings, first.getInt(VolumeHeader.LENGTH + 4));
        assertThat(filled.failures()).isEmpty();
        return filled;
    }

    /** Everything as it is now. */
    Map<Path, byte[]> contents() throws IOException {
        Map<Path, byte[]> contents = new HashMap<>();
        for (Path file : files()) {
            contents.put(file, Files.readAllBytes(file));
        }
        return contents;
    }

    /** Puts back what has changed since. */
    static void restore(Map<Path, byte[]> contents) throws IOException {
        for (var file : contents.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void large(Store store, int size) throws IOException {
        try (ContentWriter writer = store.newContent()) {
            writer.write(bytes(size, size));
            Draft.Body body = new Draft.Written(writer.finish());
            store.appendAndWait(new Draft(Kind.MESSAGE, 3, StoreFixture.DUE, new byte[0], body));
        }
    }

    Check.Report check() throws IOException {
        return Check.ofFolder(settings, (done, total) -> {});
    }

    List<Check.Failure> failures() throws IOException {
        return check().failures();
    }

    Path volume(int sequence) {
        return settings.volumes().resolve("test1-%08d.vol".formatted(sequence));
    }

    List<Path> volumes() throws IOException {
        return Volumes.files(settings.disk(), settings.volumes()).getOrDefault("test1", List.of());
    }

    /** Every file that cannot be made again: tables are derived, and so is the generation of the keyring. */
    List<Path> files() throws IOException {
        try (Stream<Path> store = Files.walk(settings.folder())) {
            List<Path> files = new ArrayList<>(store.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".tbl")
                            && !file.endsWith("store.id")
                            && !file.endsWith("keyring.generation"))
                    .sorted()
                    .toList());
            files.add(settings.keyring());
            files.add(settings.keyringCopy());
            return files;
        }
    }

    /** Where the n-th batch of the first volume begins, from 0. */
    int batchAt(int n) {
        return VolumeHeader.LENGTH + n * batch;
    }

    /** Where the record of that batch begins. */
    int recordAt(int n) {
        return batchAt(n) + BATCH_HEADER;
    }

    /** Makes all checksums of a batch fit again, as somebody would who means it. */
    static void checksums(byte[] volume, int batchAt) {
        ByteBuffer bytes = ByteBuffer.wrap(volume);
        int end = batchAt + bytes.getInt(batchAt + 4);
        for (int at = batchAt + BATCH_HEADER; at < end; at += bytes.getInt(at + 4)) {
            CRC32C crc = new CRC32C();
            crc.update(volume, at, 92);
            crc.update(volume, at + 96, bytes.getInt(at + 4) - 96);
            bytes.putInt(at + 92, (int) crc.getValue());
        }
        bytes.putInt(batchAt + 32, crc(volume, batchAt, 32));
        bytes.putInt(batchAt + 36, crc(volume, batchAt + BATCH_HEADER, end - batchAt - BATCH_HEADER));
    }

    private static int crc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
