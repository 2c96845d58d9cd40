package org.muniment.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.listeners.Listeners;
import org.muniment.server.listeners.OpenAddressees;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the listeners once there is an archive to deliver to, and stops them before everything else. */
final class ListenersLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ListenersLifecycle.class);

    private final OpenArchives archives;
    private final Listeners listeners;
    private final Readiness readiness;
    private volatile boolean running;

    ListenersLifecycle(OpenArchives archives, Listeners listeners, Readiness readiness) {
        this.archives = archives;
        this.listeners = listeners;
        this.readiness = readiness;
    }

    @Override
    public void start() {
        try {
            if (archives.findFirst().isPresent()) {
                listeners.start(new OpenAddressees(archives));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        archives.onOpen(this::startAfterSetUp);
        readiness.up(Readiness.Part.SMTP); // before the set-up there is nobody to deliver to, so nothing is missing
        running = true;
    }

    private void startAfterSetUp(OpenArchives.Opened unused) {
        try {
            listeners.start(new OpenAddressees(archives));
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
