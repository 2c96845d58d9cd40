package org.muniment.server.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told how much time has passed. Thread-safe. */
public final class TestClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-26T08:00:10Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** So much time has passed. */
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
