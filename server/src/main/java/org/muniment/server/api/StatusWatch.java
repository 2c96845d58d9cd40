package org.muniment.server.api;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ImportReport;
import org.muniment.server.events.Event;
import org.muniment.server.events.Event.Audience;
import org.muniment.server.events.EventStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second, while anybody listens, whether there is something to tell. Thread-safe. */
final class StatusWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StatusWatch.class);

    private final OpenArchives archives;
    private final Overview overview;
    private final EventStreams streams;

    /** What listeners were told last, by organisation. */
    private final Map<String, StatusView> told = new HashMap<>();

    StatusWatch(OpenArchives archives, Overview overview, EventStreams streams) {
        this.archives = archives;
        this.overview = overview;
        this.streams = streams;
    }

    /** The status with which a new listener of an organisation begins; from it on she is told every change. */
    synchronized StatusView begin(OpenArchives.Opened opened) throws IOException {
        StatusView now = overview.status(opened);
        told.putIfAbsent(opened.organisation().id(), now);
        return now;
    }

    /** Looks now. */
    synchronized void look() {
        for (OpenArchives.Opened opened : archives.all()) {
            String organisation = opened.organisation().id();
            try {
                if (streams.isHeard(organisation)) {
                    tellChanges(opened);
                } else {
                    told.remove(organisation); // who listens next begins with the status anyway
                }
            } catch (IOException | RuntimeException e) {
                LOG.debug("The status could not be looked at now", e);
            }
        }
    }

    private void tellChanges(OpenArchives.Opened opened) throws IOException {
        String organisation = opened.organisation().id();
        StatusView now = overview.status(opened);
        StatusView before = told.put(organisation, now);
        if (before == null || before.settled().equals(now.settled())) {
            return;
        }
        streams.publish(new Event(organisation, "status", "", Audience.EVERYBODY, now));
        StatusView.Last last = now.smtp().lastReceived();
        if (last != null && !last.equals(before.smtp().lastReceived())) {
            streams.publish(new Event(organisation, "received", "", Audience.EVERYBODY, last));
        }
        if (!before.archive().equals(now.archive()) || !before.service().equals(now.service())) {
            streams.publish(new Event(organisation, "archive", "", Audience.EVERYBODY, overview.summary(opened)));
        }
    }

    /** An import is further than it was. */
    void importWent(ImportReport report) {
        String organisation = report.run().organisation();
        if (streams.isHeard(organisation)) {
            streams.publish(
                    new Event(organisation, "import", report.run().id(), Audience.ARCHIVE_ADMINISTRATORS, (Spoken)
                            language -> ImportView.of(report, language)));
        }
    }
}
