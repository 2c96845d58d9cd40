package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.evidence.CrashingDisk;
import org.muniment.evidence.Disk;

/** A full disk is said as such, loses nothing, and everything goes on by itself when there is room. */
final class DiskFullTest {
    private static final int MAIL = 3_000;
    private static final long RESERVE = 100_000;

    private static StoreSettings settings(Disk disk, Path folder, long volumeBytes) {
        StoreSettings fixture = StoreFixture.settings(disk, folder, volumeBytes);
        return new StoreSettings(
                disk,
                fixture.folder(),
                fixture.keyring(),
                fixture.keyringCopy(),
                fixture.masterKey(),
                fixture.writer(),
                volumeBytes,
                RESERVE);
    }

    private static byte[] mail(int seed) {
        byte[] bytes = new byte[MAIL];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Appends until the disk is full; returns how many records were acknowledged. */
    private static int fill(Store store, int from) throws IOException {
        for (int i = from; ; i++) {
            try {
                assertThat(store.appendAndWait(StoreFixture.message(mail(i))).number())
                        .isEqualTo(i + 1);
            } catch (StoreFullException e) {
                assertThat(e).hasMessageContaining("No space left");
                return i;
            }
        }
    }

    private static void assertThere(Store store, int records) throws IOException {
        assertThat(store.last()).isEqualTo(records);
        for (int i = 0; i < records; i++) {
            assertThat(StoreFixture.bytes(store, new RecordId("test1", i + 1))).isEqualTo(mail(i));
        }
    }

    @Test
    void theStoreGoesOnWhenThereIsRoomAgain() throws IOException {
        CrashingDisk disk = new CrashingDisk();
        StoreSettings settings = settings(disk, Path.of("/archive"), 10_000);
        try (Store store = Store.open(settings)) {
            disk.leaveSpace(RESERVE + 50_000);
            int first = fill(store, 0);
            assertThat(first).isPositive();
            assertThat(store.problem()).isNull();
            assertThere(store, first);

            disk.leaveSpace(Long.MAX_VALUE);
            store.appendAndWait(StoreFixture.message(mail(first)));
            assertThere(store, first + 1);
        }
        assertThat(Check.ofFolder(settings, (done, total) -> {}).failures()).isEmpty();
    }

    @Test
    void aBatchThatDidNotFitWholeLeavesNothing() throws IOException {
        for (int room = 1; room < MAIL; room += 517) {
            FillingDisk disk = new FillingDisk(new CrashingDisk());
            StoreSettings settings = StoreFixture.settings(disk, Path.of("/archive"), 1 << 20);
            try (Store store = Store.open(settings)) {
                store.appendAndWait(StoreFixture.message(mail(0)));
                disk.fillUpUnseen(room);
                assertThatThrownBy(() -> store.appendAndWait(StoreFixture.message(mail(1))))
                        .isInstanceOf(StoreFullException.class);
                disk.makeRoom();
                store.appendAndWait(StoreFixture.message(mail(1)));
                assertThere(store, 2);
            }
            assertThat(Check.ofFolder(settings, (done, total) -> {}).failures()).isEmpty();
        }
    }

    @Test
    @Tag("installed")
    void aRealSmallFileSystemFillsUpAndGoesOn(@TempDir Path folder) throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString());
        try {
            Path ballast = folder.resolve("ballast");
            Files.write(ballast, new byte[4 << 20]);
            StoreSettings settings = settings(Disk.real(), folder, 300_000);
            try (Store store = Store.open(settings)) {
                int first = fill(store, 0);
                largeContentIsRefusedAndLeavesNothing(store, folder);
                Files.delete(ballast);
                int second = fill(store, first);
                assertThat(second).isGreaterThan(first);
                assertThere(store, second);
            }
            assertThat(Check.ofFolder(settings, (done, total) -> {}).failures()).isEmpty();
        } finally {
            run("umount", folder.toString());
        }
    }

    private static void largeContentIsRefusedAndLeavesNothing(Store store, Path folder) throws IOException {
        assertThatThrownBy(() -> {
                    try (ContentWriter writer = store.newContent()) {
                        for (int i = 0; i < 4_000; i++) {
                            writer.write(mail(i));
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(folder.resolve("store/content/pending")).isEmptyDirectory();
    }

    private static void run(String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(words).inheritIO().start();
        assertThat(process.waitFor())
                .as("%s (needs root)", String.join(" ", command))
                .isZero();
    }
}
