package org.muniment.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** How long the whole server takes from its start until it says that it is ready, and what it occupies then. */
final class StartMeasure {
    private static final int SETTLE_SECONDS = 20;

    private StartMeasure() {}

    /** The very first start also builds what is missing, so it does not count. */
    static Figures run(Path launcher, Path home) throws Exception {
        once(launcher, home.resolveSibling("before"));
        Figures figures = new Figures().put("first_seconds", once(launcher, home));
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.start(launcher, home)) {
            figures.put("again_seconds", (System.nanoTime() - start) / 1e9);
            TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
            return figures.put("idle_resident_mb", server.residentMegabytes());
        }
    }

    private static double once(Path launcher, Path home) throws Exception {
        long start = System.nanoTime();
        try (ServerProcess _ = ServerProcess.start(launcher, home)) {
            return (System.nanoTime() - start) / 1e9;
        }
    }
}
