package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large content is handed out chunk by chunk, each checked before its first byte leaves. */
final class LargeContentTest {
    private static final int CHUNK = LargeContent.THRESHOLD;

    @TempDir
    Path folder;

    private final byte[] original = new byte[3 * CHUNK + 100];
    private RecordId id;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        new Random(1).nextBytes(original);
        try (Store store = Store.open(StoreFixture.settings(folder));
                ContentWriter writer = store.newContent()) {
            writer.write(original);
            Draft.Body body = new Draft.Written(writer.finish());
            id = store.appendAndWait(new Draft(Kind.MESSAGE, 1, StoreFixture.DUE, new byte[0], body));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("store/content"))) {
            file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    /** Reads until the stream refuses; what came until then is as it was written. */
    private CorruptVolumeException damaged(int chunks) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        CorruptVolumeException refusal;
        try (Store store = Store.open(StoreFixture.settings(folder))) {
            refusal = catchThrowableOfType(CorruptVolumeException.class, () -> {
                try (InputStream in = store.read(id).orElseThrow().content().open()) {
                    for (int b = in.read(); b >= 0; b = in.read()) {
                        read.write(b);
                    }
                }
            });
        }
        assertThat(refusal).isNotNull();
        assertThat(refusal.file()).isEqualTo(file);
        assertThat(read.toByteArray()).isEqualTo(Arrays.copyOf(original, chunks * CHUNK));
        return refusal;
    }

    private int chunkAt(int index) {
        return 32 + index * (4 + CHUNK + 16);
    }

    @Test
    void aFlippedChunkEndsTheStreamBeforeItsFirstByte() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[chunkAt(1) + 4 + 1_000]++;
        Files.write(file, bytes);

        assertThat(damaged(1)).hasMessageContaining("chunk 1");
        assertThat(damaged(1).offset()).isEqualTo(chunkAt(1));
    }

    @Test
    void swappedChunksAreNotHandedOut() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] swapped = bytes.clone();
        int length = chunkAt(2) - chunkAt(1);
        System.arraycopy(bytes, chunkAt(1), swapped, chunkAt(2), length);
        System.arraycopy(bytes, chunkAt(2), swapped, chunkAt(1), length);
        Files.write(file, swapped);

        assertThat(damaged(1).offset()).isEqualTo(chunkAt(1));
    }

    @Test
    void aFileThatEndsAtAChunksEndIsNotWhole() throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), chunkAt(2)));

        assertThat(damaged(2)).hasMessageContaining("ends before its last chunk");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(file);

        assertThat(damaged(0)).hasMessageContaining("missing");
    }
}
