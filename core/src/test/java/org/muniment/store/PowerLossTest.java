package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniment.evidence.CrashingDisk;
import org.muniment.evidence.CrashingDisk.Effect;

/** Promise 1 against power loss and failing disks: at every change of the disk that a store's life consists of. */
final class PowerLossTest {
    private static final int SAMPLES = 20;
    private static final int ALL = Integer.MAX_VALUE;
    private static final long SEED = Long.getLong("disk.seed", System.nanoTime());
    private static long changes;

    @BeforeAll
    static void countTheChanges() throws IOException {
        System.out.println("disk.seed=" + SEED);
        CrashingDisk disk = new CrashingDisk();
        new StoreScript(disk).run();
        changes = disk.changes();
        assertThat(changes).isGreaterThan(100);
    }

    /** Does something at a sample of all changes, or at all. */
    private static void at(int samples, Step step) throws IOException {
        Random random = new Random(SEED);
        int every = (int) Math.max(1, changes / samples);
        for (long change = random.nextInt(every); change < changes; change += every) {
            for (Effect effect : Effect.values()) {
                try {
                    step.at(change, effect, random.nextLong());
                } catch (IOException | RuntimeException | AssertionError e) {
                    throw new AssertionError("at change " + change + " of " + changes + ", effect " + effect, e);
                }
            }
        }
    }

    private interface Step {
        void at(long change, Effect effect, long seed) throws IOException;
    }

    @Test
    void acknowledgedRecordsSurviveAPowerLoss() throws IOException {
        at(SAMPLES, PowerLossTest::powerLoss);
    }

    @Test
    @Tag("crash")
    void acknowledgedRecordsSurviveAPowerLossAtEveryChange() throws IOException {
        for (int round = 0; round < 2; round++) {
            at(ALL, PowerLossTest::powerLoss);
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

    @Test
    void aFailedWriteBreaksTheWriterAndLosesNothing() throws IOException {
        at(SAMPLES, PowerLossTest::failure);
    }

    @Test
    @Tag("crash")
    void everyFailedWriteBreaksTheWriterAndLosesNothing() throws IOException {
        at(ALL, PowerLossTest::failure);
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
