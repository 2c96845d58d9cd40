package org.muniment.protocols;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps what a stranger can cause at will from filling the log: allows something once a minute. Thread-safe. */
final class Seldom {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong last = new AtomicLong(System.nanoTime() - PAUSE);

    /** Whether it may be done now; counts as done then. */
    boolean now() {
        long before = last.get();
        long now = System.nanoTime();
        return now - before >= PAUSE && last.compareAndSet(before, now);
    }
}
