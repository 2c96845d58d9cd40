package org.muniment.server;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Gives memory back to the machine when there is nothing to do. The serial collector shrinks the heap only when it
 * collects all of it, and a server that has just imported a million mails has no reason to: it would keep for ever what
 * it once needed.
 */
final class IdleMemory implements SmartLifecycle {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(20);
    private static final double IDLE_SHARE = 0.02;
    private static final long WORTH_IT = 96L << 20;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Runtime runtime = Runtime.getRuntime();
    private long cpuBefore;
    private long committedAfter;
    private volatile boolean running;
    private @Nullable Thread thread;

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("idle memory").start(this::look);
    }

    private void look() {
        cpuBefore = process.getProcessCpuTime();
        while (running) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException stop) {
                return;
            }
            long cpu = process.getProcessCpuTime();
            boolean idle = cpu - cpuBefore < IDLE_SHARE * BETWEEN_LOOKS.toNanos();
            cpuBefore = cpu;
            // What the last collection could not give back, the next one cannot either.
            if (idle && runtime.totalMemory() > WORTH_IT && runtime.totalMemory() > committedAfter) {
                System.gc();
                committedAfter = runtime.totalMemory();
                cpuBefore = process.getProcessCpuTime();
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread looking = thread;
        if (looking != null) {
            looking.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
