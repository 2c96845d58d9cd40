package org.muniment.store;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniment.evidence.CrashingDisk;
import org.muniment.evidence.CrashingDisk.Effect;

/** Promise 1 against power loss: at every change of the disk that a store's life consists of. */
final class PowerLossTest {

    @Test
    void acknowledgedRecordsSurviveAPowerLoss() throws IOException {
        DiskSweep.at(DiskSweep.SAMPLES, PowerLossTest::powerLoss);
    }

    @Test
    @Tag("crash")
    void acknowledgedRecordsSurviveAPowerLossAtEveryChange() throws IOException {
        for (int round = 0; round < 2; round++) {
            DiskSweep.at(DiskSweep.ALL, PowerLossTest::powerLoss);
        }
    }

    private static void powerLoss(long change, Effect effect, long seed) throws IOException {
        CrashingDisk disk = new CrashingDisk();
        StoreScript script = new StoreScript(disk);
        disk.powerOffAt(change, effect);
        try {
            script.run();
        } catch (IOException e) {
            // The power went out; what was acknowledged before counts.
        }
        script.everythingIsThere(disk.afterPowerLoss(seed));
    }
}
