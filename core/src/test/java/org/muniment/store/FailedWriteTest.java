package org.muniment.store;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniment.evidence.CrashingDisk;
import org.muniment.evidence.CrashingDisk.Effect;

/** Promise 1 against failing disks: at every change of the disk that a store's life consists of. */
final class FailedWriteTest {

    @Test
    void aFailedWriteBreaksTheWriterAndLosesNothing() throws IOException {
        DiskSweep.at(DiskSweep.SAMPLES, FailedWriteTest::failure);
    }

    @Test
    @Tag("crash")
    void everyFailedWriteBreaksTheWriterAndLosesNothing() throws IOException {
        DiskSweep.at(DiskSweep.ALL, FailedWriteTest::failure);
    }

    private static void failure(long change, Effect effect, long seed) throws IOException {
        CrashingDisk disk = new CrashingDisk();
        StoreScript script = new StoreScript(disk);
        disk.failOnce(change, effect);
        script.runUntilRefused();
        script.everythingIsThere(disk);
        script.everythingIsThere(disk.afterPowerLoss(seed)); // nothing that looked well was only in memory
    }
}
