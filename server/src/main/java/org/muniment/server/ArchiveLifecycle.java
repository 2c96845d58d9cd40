package org.muniment.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.muniment.server.archives.OpenArchives;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Opens the archive before anything listens, and closes it when nothing does any more. */
final class ArchiveLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveLifecycle.class);

    private final OpenArchives archives;
    private final Readiness readiness;
    private volatile boolean running;

    ArchiveLifecycle(OpenArchives archives, Readiness readiness) {
        this.archives = archives;
        this.readiness = readiness;
    }

    @Override
    public void start() {
        try {
            archives.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        readiness.up(Readiness.Part.STORE);
        readiness.up(Readiness.Part.INDEX);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            archives.close();
        } catch (IOException e) {
            LOG.error("The archive was not closed in good order; it recovers at the next start", e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
