package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody rewrites volumes and makes every checksum fit: the evidence log still tells. */
final class RewritingTest {
    private static final long BEHIND_THE_TILE = 270;

    @TempDir
    static Path folder;

    private static FilledStore store;
    private static Map<Path, byte[]> intact;
    private byte[] volume;

    @BeforeAll
    static void fill() throws IOException {
        store = FilledStore.in(folder);
        intact = store.contents();
    }

    @BeforeEach
    void restore() throws IOException {
        FilledStore.restore(intact);
        volume = Files.readAllBytes(store.volume(1));
    }

    private void assertFound(String record) throws IOException {
        Files.write(store.volume(1), volume);
        assertThat(store.failures()).anyMatch(failure -> record.equals(failure.record()));
    }

    private static byte[] part(byte[] bytes, int from, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, from, part, 0, length);
        return part;
    }

    private void swap(int one, int other, int length) {
        byte[] kept = part(volume, one, length);
        System.arraycopy(volume, other, volume, one, length);
        System.arraycopy(kept, 0, volume, other, length);
    }

    @Test
    void swappedBatchesAreFound() throws IOException {
        swap(store.batchAt(3), store.batchAt(7), store.batch());
        assertFound("test1-4");
    }

    @Test
    void swappedRecordsAreFound() throws IOException {
        swap(store.recordAt(3), store.recordAt(7), store.batch() - 40);
        FilledStore.checksums(volume, store.batchAt(3));
        FilledStore.checksums(volume, store.batchAt(7));
        assertFound("test1-4");
    }

    @Test
    void swappedRecordsWithEachOthersNumbersAreFound() throws IOException {
        swap(store.recordAt(3), store.recordAt(7), store.batch() - 40);
        ByteBuffer.wrap(volume).putLong(store.recordAt(3) + 16, 4).putLong(store.recordAt(7) + 16, 8);
        FilledStore.checksums(volume, store.batchAt(3));
        FilledStore.checksums(volume, store.batchAt(7));
        assertFound("test1-4");
        assertFound("test1-8");
    }

    @Test
    void aRecordReplacedByAnOlderOneIsFound() throws IOException {
        byte[] older = part(volume, store.recordAt(2), store.batch() - 40);
        System.arraycopy(older, 0, volume, store.recordAt(9), older.length);
        ByteBuffer.wrap(volume).putLong(store.recordAt(9) + 16, 10);
        FilledStore.checksums(volume, store.batchAt(9));
        assertFound("test1-10");
    }

    @Test
    void aRecordReplacedBehindTheLastTileIsFoundByTheCheckpoint() throws IOException {
        Path third = store.volume(3);
        byte[] bytes = Files.readAllBytes(third);
        int index = (int) (BEHIND_THE_TILE - ByteBuffer.wrap(bytes).getLong(56));
        byte[] older = part(bytes, store.recordAt(0), store.batch() - 40);
        System.arraycopy(older, 0, bytes, store.recordAt(index), older.length);
        ByteBuffer.wrap(bytes).putLong(store.recordAt(index) + 16, BEHIND_THE_TILE);
        FilledStore.checksums(bytes, store.batchAt(index));
        Files.write(third, bytes);

        assertThat(store.failures()).anyMatch(failure -> failure.file().startsWith("checkpoint "));
    }

    @Test
    void swappedVolumesAreFound() throws IOException {
        byte[] other = Files.readAllBytes(store.volume(2));
        Files.write(store.volume(1), other);
        Files.write(store.volume(2), volume);

        assertThat(store.failures()).isNotEmpty();
        assertThat(store.failures()).anyMatch(failure -> failure.file().contains("test1-00000001"));
    }
}
