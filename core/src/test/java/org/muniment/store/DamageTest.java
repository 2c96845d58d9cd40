package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bits that flip, files that are cut or gone: {@link Check} finds every one, and names the file. */
final class DamageTest {
    private static final int FLIPS = 150;

    @TempDir
    static Path folder;

    private static FilledStore store;
    private static Map<Path, byte[]> intact;

    @BeforeAll
    static void fill() throws IOException {
        store = FilledStore.in(folder);
        intact = store.contents();
    }

    @BeforeEach
    void restore() throws IOException {
        FilledStore.restore(intact);
    }

    @Test
    void aFlippedBitAnywhereIsFoundAndItsFileIsNamed() throws IOException {
        long seed = Long.getLong("flip.seed", System.nanoTime());
        System.out.println("flip.seed=" + seed);
        Random random = new Random(seed);
        List<Path> files = store.files();
        for (int i = 0; i < FLIPS; i++) {
            Path file = files.get(i % files.size());
            byte[] intact = Files.readAllBytes(file);
            byte[] flipped = intact.clone();
            int at = i < files.size() ? 0 : random.nextInt(intact.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertNamed(file, "bit at " + at + " flipped");
            Files.write(file, intact);
        }
        assertThat(store.failures()).isEmpty();
    }

    private void assertNamed(Path file, String what) throws IOException {
        String name = name(file);
        assertThat(store.failures())
                .as("%s: %s", file, what)
                .anyMatch(failure ->
                        failure.file().contains(name) || failure.what().contains(name));
    }

    /** How a failure names the file: a checkpoint by its size, a tile by level and index. */
    private static String name(Path file) {
        String path = file.toString();
        if (path.contains("/checkpoints/")) {
            return "checkpoint " + Long.parseLong(file.getFileName().toString().substring(0, 20));
        }
        return path.contains("/tile/")
                ? path.substring(path.indexOf("tile/"))
                : file.getFileName().toString();
    }

    @Test
    void aVolumeThatWasCutIsFound() throws IOException {
        List<Path> volumes = store.volumes();
        for (Path volume : volumes) {
            byte[] intact = Files.readAllBytes(volume);
            for (int cut :
                    List.of(0, 50, VolumeHeader.LENGTH, store.batchAt(5), store.batchAt(5) + 333, intact.length - 1)) {
                Files.write(volume, Arrays.copyOf(intact, Math.min(cut, intact.length - 1)));
                assertThat(store.failures()).as("%s cut at %s", volume, cut).isNotEmpty();
                if (!volume.equals(volumes.getLast())) {
                    assertNamed(volume, "cut at " + cut);
                }
            }
            Files.write(volume, intact);
        }
    }

    @Test
    void aDeletedFileIsFound() throws IOException {
        for (Path file : store.files()) {
            if (file.toString().contains("/evidence/")) {
                continue; // an older checkpoint says nothing the next does not; a tile is made again from the records
            }
            byte[] intact = Files.readAllBytes(file);
            Files.delete(file);
            assertThat(store.failures()).as("%s deleted", file).isNotEmpty();
            if (file.toString().endsWith(".content")) {
                assertNamed(file, "deleted");
            }
            Files.write(file, intact);
        }
    }

    @Test
    void aDeletedVolumeIsMissedRecordByRecord() throws IOException {
        long first = ByteBuffer.wrap(Files.readAllBytes(store.volume(2))).getLong(56);
        Files.delete(store.volume(2));

        assertThat(store.failures())
                .anyMatch(failure -> failure.what().equals("the volume is missing")
                        && failure.file().equals("test1-00000002.vol"))
                .anyMatch(failure -> ("test1-" + first).equals(failure.record()));
    }

    @Test
    void damageNamesItsRecordAndTheOthersAreStillRead() throws IOException {
        Path volume = store.volume(1);
        byte[] bytes = Files.readAllBytes(volume);
        bytes[store.recordAt(4) + 200]++;
        Files.write(volume, bytes);

        Check.Report report = store.check();
        assertThat(report.failures()).anyMatch(failure -> "test1-5".equals(failure.record()));
        assertThat(report.failures()).allMatch(failure -> "test1-5".equals(failure.record()));
        assertThat(report.records()).isEqualTo(FilledStore.RECORDS - 1);
    }
}
