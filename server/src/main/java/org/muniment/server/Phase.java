package org.muniment.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.SmartLifecycle;

/** A part of the server that begins and ends at its place in the order of coming up and going down. */
final class Phase implements SmartLifecycle {
    private final int phase;
    private final Starting starting;
    private final Runnable stopping;
    private volatile boolean running;

    /** What is done to begin. */
    @FunctionalInterface
    interface Starting {
        void start() throws IOException;
    }

    /**
     * Creates the part.
     *
     * @param phase lower begins earlier and ends later
     */
    Phase(int phase, Starting starting, Runnable stopping) {
        this.phase = phase;
        this.starting = starting;
        this.stopping = stopping;
    }

    @Override
    public void start() {
        try {
            starting.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
