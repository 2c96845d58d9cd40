package org.muniment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process took, from the outside.
 *
 * @param seconds from its start to its end
 * @param cpuSeconds user and system, its own waited-for children included
 * @param peakBytes the most memory that was resident at a time
 */
record Cost(double seconds, double cpuSeconds, double peakBytes) {
    private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux
    private static final int USER = 11; // fields behind the name, proc_pid_stat(5)
    private static final int CHILDREN_USER = 13;

    /** Waits for a process to end and says what it took. Nothing else may end beside it. */
    static Cost of(Process process, long startedNanos, double childrenBefore) throws IOException, InterruptedException {
        double peak = 0;
        while (process.isAlive()) {
            peak = Math.max(peak, peakBytes(Long.toString(process.pid())));
            Thread.sleep(20); // the kernel keeps the peak; only what grows in the last moment is missed
        }
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        process.waitFor();
        return new Cost(seconds, childrenCpuSeconds() - childrenBefore, peak);
    }

    /** CPU time of all children that have ended and been waited for. */
    static double childrenCpuSeconds() throws IOException {
        return pair(Files.readString(Path.of("/proc/self/stat")), CHILDREN_USER);
    }

    /** User and system time of the process or thread whose stat file this is. */
    static double cpuSeconds(String stat) {
        return pair(stat, USER);
    }

    private static double pair(String stat, int first) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS_PER_SECOND;
    }

    /** The most memory that was resident in a process; 0 if it has gone. */
    static double peakBytes(String pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", pid, "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException e) {
            // it has just ended
        }
        return 0;
    }

    /** These numbers, and what they mean for so many messages. */
    Figures figures(double messages, double bytes) {
        return new Figures()
                .put("seconds", seconds)
                .put("cpu_seconds", cpuSeconds)
                .put("messages_per_second", messages / seconds)
                .put("mb_per_second", bytes / 1e6 / seconds)
                .put("cpu_seconds_per_1000", cpuSeconds / messages * 1000)
                .put("peak_memory_mb", peakBytes / (1 << 20));
    }
}
