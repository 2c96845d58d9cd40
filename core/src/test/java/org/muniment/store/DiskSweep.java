package org.muniment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.muniment.evidence.CrashingDisk;
import org.muniment.evidence.CrashingDisk.Effect;

/** Does something at a sample of all changes of the disk that a store's life consists of, or at all. */
final class DiskSweep {
    static final int SAMPLES = 20;
    static final int ALL = Integer.MAX_VALUE;
    private static final long SEED = Long.getLong("disk.seed", System.nanoTime());

    /** What is done at a change. */
    interface Step {
        void at(long change, Effect effect, long seed) throws IOException;
    }

    static void at(int samples, Step step) throws IOException {
        System.out.println("disk.seed=" + SEED);
        CrashingDisk whole = new CrashingDisk();
        new StoreScript(whole).run();
        long changes = whole.changes();
        assertThat(changes).isGreaterThan(100);
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

    private DiskSweep() {}
}
