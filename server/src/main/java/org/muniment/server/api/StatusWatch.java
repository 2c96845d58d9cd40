package org.muniment.server.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.ImportReport;
import org.muniment.server.events.Event;
import org.muniment.server.events.Event.Audience;
import org.muniment.server.events.EventStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second, while anybody listens, whether there is something to tell. Thread-safe. */
final class StatusWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);

    private final Overview overview;
    private final EventStreams streams;
    private @Nullable StatusView told;

    StatusWatch(Overview overview, EventStreams streams) {
        this.overview = overview;
        this.streams = streams;
    }

    /** The status with which a new listener begins; from it on she is told every change. */
    synchronized StatusView begin() throws IOException {
        StatusView now = overview.status();
        if (told == null) {
            told = now;
        }
        return now;
    }

    /** Looks now. */
    synchronized void look() {
        try {
            if (streams.isHeard()) {
                tellChanges(overview.status());
            } else {
                told = null; // who listens next begins with the status anyway
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("The status could not be looked at now", e);
        }
    }

    private void tellChanges(StatusView now) throws IOException {
        StatusView before = told;
        told = now;
        if (before == null || before.settled().equals(now.settled())) {
            return;
        }
        streams.publish(new Event("status", "", Audience.EVERYBODY, now));
        StatusView.Last last = now.smtp().lastReceived();
        if (last != null && !last.equals(before.smtp().lastReceived())) {
            streams.publish(new Event("received", "", Audience.EVERYBODY, last));
        }
        if (!before.archive().equals(now.archive()) && now.setUp()) {
            streams.publish(new Event("archive", "", Audience.EVERYBODY, overview.summary()));
        }
    }

    /** An import is further than it was. */
    void importWent(ImportReport report) {
        if (streams.isHeard()) {
            streams.publish(new Event("import", report.run().id(), Audience.ARCHIVE_ADMINISTRATORS, (Spoken)
                    language -> ImportView.of(report, language)));
        }
    }
}
