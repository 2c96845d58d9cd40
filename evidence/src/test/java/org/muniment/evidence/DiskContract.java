package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every disk does while the power stays on. */
abstract class DiskContract {
    abstract Disk disk();

    /** An existing empty directory. */
    abstract Path home();

    @Test
    void appendsStandBehindEachOther() throws IOException {
        Path file = home().resolve("log");
        try (DiskFile log = disk().openForAppend(file)) {
            log.append(text("one "), text("two "));
            log.append(text("three"));
            log.sync();
            assertThat(log.size()).isEqualTo(13);
        }
        try (DiskFile again = disk().openForAppend(file)) {
            again.append(text("!"));
        }
        assertThat(disk().read(file)).asString().isEqualTo("one two three!");
    }

    @Test
    void cutFileGrowsFromItsNewEnd() throws IOException {
        Path file = home().resolve("log");
        try (DiskFile log = disk().openForAppend(file)) {
            log.append(text("kept lost"));
            log.truncate(5);
            log.append(text("more"));
            assertThatThrownBy(() -> log.truncate(10)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(disk().read(file)).asString().isEqualTo("kept more");
    }

    @Test
    void readFillsTheBufferOrStopsAtTheEnd() throws IOException {
        byte[] large = new byte[300_000];
        new Random(7).nextBytes(large);
        Path file = home().resolve("large");
        disk().writeAtomically(file, large);
        try (DiskFile open = disk().openForReading(file)) {
            ByteBuffer into = ByteBuffer.allocate(200_000);
            assertThat(open.read(into, 50_000)).isEqualTo(200_000);
            assertThat(into.array()).isEqualTo(Arrays.copyOfRange(large, 50_000, 250_000));
            assertThat(open.read(into.clear(), 299_990)).isEqualTo(10);
            assertThat(open.read(into.clear(), 300_000)).isZero();
            assertThat(open.read(into.clear(), 400_000)).isZero();
        }
        assertThat(disk().read(file)).isEqualTo(large);
    }

    @Test
    void readerSeesWhatIsAppendedMeanwhileAndChangesNothing() throws IOException {
        Path file = home().resolve("log");
        try (DiskFile log = disk().openForAppend(file);
                DiskFile reader = disk().openForReading(file)) {
            log.append(text("news"));
            assertThat(reader.size()).isEqualTo(4);
            assertThatThrownBy(() -> reader.append(text("x"))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> reader.truncate(0)).isInstanceOf(IOException.class);
            assertThatThrownBy(reader::sync).isInstanceOf(IOException.class);
        }
    }

    @Test
    void atomicWriteReplacesTheWholeFile() throws IOException {
        Path file = home().resolve("state");
        disk().writeAtomically(file, "a long first version".getBytes(StandardCharsets.UTF_8));
        disk().writeAtomically(file, "short".getBytes(StandardCharsets.UTF_8));
        assertThat(disk().read(file)).asString().isEqualTo("short");
        assertThat(disk().list(home())).containsExactly(file);
    }

    @Test
    void namesAreListedRenamedAndDeleted() throws IOException {
        disk().createDirectories(home().resolve("b/deep"));
        disk().writeAtomically(home().resolve("c"), new byte[1]);
        disk().writeAtomically(home().resolve("a"), new byte[2]);
        disk().rename(home().resolve("a"), home().resolve("b/a"));
        disk().syncDirectory(home());
        disk().syncDirectory(home().resolve("b"));
        assertThat(disk().list(home())).containsExactly(home().resolve("b"), home().resolve("c"));
        assertThat(disk().exists(home().resolve("a"))).isFalse();
        assertThat(disk().read(home().resolve("b/a"))).hasSize(2);
        assertThatThrownBy(() -> disk().delete(home().resolve("b"))).isInstanceOf(IOException.class);
        disk().delete(home().resolve("b/deep"));
        disk().delete(home().resolve("b/a"));
        disk().delete(home().resolve("b"));
        disk().delete(home().resolve("never there"));
        assertThat(disk().list(home())).containsExactly(home().resolve("c"));
        assertThat(disk().usableSpace(home())).isPositive();
    }

    @Test
    void whatDoesNotExistIsSaid() {
        Path none = home().resolve("none");
        assertThatThrownBy(() -> disk().read(none)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> disk().list(none)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> disk().openForReading(none)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> disk().openForAppend(none.resolve("file"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> disk().syncDirectory(none)).isInstanceOf(NoSuchFileException.class);
    }

    static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
