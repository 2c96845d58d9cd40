package org.muniment.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Where the CPU time of this process went, by kind of thread; threads that have ended are not seen. */
final class Threads {
    private static final Path TASKS = Path.of("/proc/self/task");

    private Threads() {}

    /** CPU seconds by kind of thread, time spent collecting garbage, and the most memory that was resident. */
    static Figures figures() throws IOException {
        Map<String, Double> byKind = new TreeMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                String stat = Files.readString(task.resolve("stat"));
                byKind.merge(kind(stat), Cost.cpuSeconds(stat), Double::sum);
            }
        }
        Figures figures = new Figures();
        byKind.forEach((kind, seconds) -> figures.put("cpu_seconds_of_" + kind, seconds));
        return figures.put("gc_seconds", gcSeconds()).put("peak_memory_mb", Cost.peakBytes("self") / (1 << 20));
    }

    /** The kernel cuts names after 15 characters. */
    private static String kind(String stat) {
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        if (name.contains("Compiler")) {
            return "compiler";
        }
        if (name.startsWith("ForkJoin")) {
            return "virtual_threads";
        }
        if (name.startsWith("VM ") || name.startsWith("GC ") || name.startsWith("G1 ")) {
            return "vm_and_gc";
        }
        return switch (name.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0]) {
            case "indexer" -> "indexer";
            case "commit" -> "commit";
            case "lucene" -> "merges";
            case "java", "main" -> "main";
            case String _ -> "others";
        };
    }

    private static double gcSeconds() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += collector.getCollectionTime();
        }
        return millis / 1000.0;
    }
}
