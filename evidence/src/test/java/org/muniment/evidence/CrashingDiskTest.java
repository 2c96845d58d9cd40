package org.muniment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrashingDiskTest extends DiskContract {
    private final CrashingDisk disk = new CrashingDisk();
    private final Path home = Path.of("/crashing");

    @BeforeEach
    void makeHome() throws IOException {
        disk.createDirectories(home);
    }

    @Override
    Disk disk() {
        return disk;
    }

    @Override
    Path home() {
        return home;
    }

    @Test
    void syncedBytesUnderSyncedNamesSurviveAndTheRestMay() throws IOException {
        try (DiskFile log = disk.openForAppend(home.resolve("log"))) {
            log.append(text("kept"));
            log.sync();
            disk.syncDirectory(home);
            log.append(text("lost"));
        }
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 200; seed++) {
            byte[] bytes = disk.afterPowerLoss(seed).read(home.resolve("log"));
            seen.add(new String(bytes, StandardCharsets.UTF_8));
        }
        assertThat(seen).allMatch(bytes -> bytes.startsWith("kept")).contains("kept", "keptlo", "keptlost");
    }

    @Test
    void atomicWriteLeavesOldOrNewAtEveryCrashPoint() throws IOException {
        byte[] old = "old".getBytes(StandardCharsets.UTF_8);
        byte[] young = "young".getBytes(StandardCharsets.UTF_8);
        Path file = home.resolve("state");
        Set<String> seen = new TreeSet<>();
        for (int change = 0; change < 6; change++) {
            for (CrashingDisk.Effect effect : CrashingDisk.Effect.values()) {
                for (long seed = 0; seed < 20; seed++) {
                    CrashingDisk crashing = new CrashingDisk();
                    crashing.createDirectories(home);
                    crashing.writeAtomically(file, old);
                    crashing.powerOffAt(crashing.changes() + change, effect);
                    assertThatThrownBy(() -> crashing.writeAtomically(file, young))
                            .isInstanceOf(IOException.class);
                    seen.add(new String(crashing.afterPowerLoss(seed).read(file), StandardCharsets.UTF_8));
                }
            }
        }
        assertThat(seen).containsExactly("old", "young");
    }

    @Test
    void fullDiskTakesWhatFitsAndTheFileCanBeCutBack() throws IOException {
        try (DiskFile log = disk.openForAppend(home.resolve("log"))) {
            log.append(text("first "));
            disk.leaveSpace(3);
            assertThatThrownBy(() -> log.append(text("second "))).hasMessageContaining("No space left");
            assertThatThrownBy(() -> log.append(text("x"))).hasMessageContaining("the last append failed");
            log.truncate(6);
            disk.leaveSpace(100);
            log.append(text("third"));
        }
        assertThat(disk.read(home.resolve("log"))).asString().isEqualTo("first third");
    }
}
