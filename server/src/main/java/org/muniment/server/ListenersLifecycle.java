package org.muniment.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.muniment.server.archives.CurrentArchive;
import org.muniment.server.listeners.Listeners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the listeners once there is an archive to deliver to, and stops them before everything else. */
final class ListenersLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ListenersLifecycle.class);

    private final CurrentArchive current;
    private final Listeners listeners;
    private final Readiness readiness;
    private volatile boolean running;

    ListenersLifecycle(CurrentArchive current, Listeners listeners, Readiness readiness) {
        this.current = current;
        this.listeners = listeners;
        this.readiness = readiness;
    }

    @Override
    public void start() {
        Optional<CurrentArchive.Opened> opened = current.find();
        try {
            if (opened.isPresent()) {
                listeners.start(opened.get().archive());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        current.onOpen(this::startAfterSetUp);
        readiness.up(Readiness.Part.SMTP); // before the set-up there is nobody to deliver to, so nothing is missing
        running = true;
    }

    private void startAfterSetUp(CurrentArchive.Opened opened) {
        try {
            listeners.start(opened.archive());
        } catch (IOException e) {
            readiness.down(Readiness.Part.SMTP);
            LOG.error("The organisation is set up, but mail cannot be delivered: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        listeners.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Announcement.PHASE - 1;
    }
}
