package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Volumes that a signed checkpoint contradicts are read and never written; an unfinished batch is no contradiction. */
final class ContradictionTest {
    @TempDir
    Path folder;

    private Store open() throws IOException {
        return Store.open(StoreFixture.settings(folder));
    }

    private Path volumes() {
        return folder.resolve("store/volumes");
    }

    private Path onlyVolume() {
        return volumes().resolve("test1-00000001.vol");
    }

    private void append(String... texts) throws IOException {
        try (Store store = open()) {
            for (String text : texts) {
                store.appendAndWait(StoreFixture.message(text));
            }
        }
    }

    private Map<Path, byte[]> copyOf(Path directory) throws IOException {
        Map<Path, byte[]> copy = new HashMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy.put(file, Files.readAllBytes(file));
            }
        }
        return copy;
    }

    private void restore(Path directory, Map<Path, byte[]> copy) throws IOException {
        for (Path file : copyOf(directory).keySet()) {
            Files.delete(file);
        }
        for (var file : copy.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    private void assertReadOnly(String sentence) throws IOException {
        try (Store store = open()) {
            assertThat(store.problem()).contains(sentence);
            assertThat(StoreFixture.text(store, new RecordId("test1", 1))).isEqualTo("one");
            assertThatThrownBy(() -> store.appendAndWait(StoreFixture.message("more")))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining(sentence);
        }
        assertThat(StoreFixture.check(folder).failures())
                .anyMatch(failure -> failure.file().startsWith("checkpoint "));
    }

    @Test
    void volumesRolledBackToAnEarlierCopyAreNotWritten() throws IOException {
        append("one", "two");
        Map<Path, byte[]> earlier = copyOf(volumes());
        append("three", "four");
        restore(volumes(), earlier);

        assertReadOnly("A checkpoint was signed over 4 records, but the volumes hold 2: record 3");
        assertReadOnly("A checkpoint was signed over 4 records"); // opening has not made it disappear
    }

    @Test
    void aCheckpointOfAnotherTreeIsNotPassedOver() throws IOException {
        append("one");
        Map<Path, byte[]> fork = copyOf(folder);
        append("two");
        Map<Path, byte[]> evidence = copyOf(folder.resolve("store/evidence"));
        restore(folder, fork);
        append("another two");
        restore(folder.resolve("store/evidence"), evidence);

        assertReadOnly("The volumes contradict the checkpoint over 2 records");
    }

    @Test
    void anUnfinishedBatchIsANoteIsCutAndKeptAside() throws IOException {
        append("one", "two", "three");
        byte[] whole = Files.readAllBytes(onlyVolume());
        Files.delete(volumes().resolve("test1-00000001.tbl"));
        byte[] half = Arrays.copyOfRange(whole, VolumeHeader.LENGTH, VolumeHeader.LENGTH + 100);
        Files.write(onlyVolume(), half, java.nio.file.StandardOpenOption.APPEND);

        Check.Report report = StoreFixture.check(folder);
        assertThat(report.failures()).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("test1-00000001.vol", "offset " + whole.length);
        append("four");

        assertThat(volumes().resolve("test1-00000001.vol.torn-" + whole.length)).hasBinaryContent(half);
        assertThat(Files.readAllBytes(onlyVolume())).startsWith(whole);
        report = StoreFixture.check(folder);
        assertThat(report.failures()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.records()).isEqualTo(4);
    }

    @Test
    void damageWithIntactBatchesBehindItIsNeverCut() throws IOException {
        append("one", "two", "three");
        Files.delete(volumes().resolve("test1-00000001.tbl"));
        byte[] bytes = Files.readAllBytes(onlyVolume());
        bytes[VolumeHeader.LENGTH + 50]++;
        Files.write(onlyVolume(), bytes);

        assertThatThrownBy(this::open)
                .isInstanceOf(CorruptVolumeException.class)
                .hasMessageContaining("record 1 is damaged")
                .hasMessageContaining("test1-00000001.vol");
        assertThat(onlyVolume()).hasBinaryContent(bytes);
    }
}
