package org.muniment.server.archives;

import java.io.IOException;
import java.time.InstantSource;
import org.muniment.archive.Actor;
import org.muniment.archive.Rules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns archiving off where the service has ended, so that the end stands in the history and in the archive log like every
 * other turn of the switch; mail that comes afterwards is left out as {@code service-ended}. Nothing is deleted. A longer term does not turn it on again: somebody has to want that.
 */
public final class ServiceTerms {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceTerms.class);
    private static final Actor ITSELF = new Actor("system:service-term", null);

    private final OpenArchives archives;
    private final ArchiveSwitch archiveSwitch;
    private final InstantSource clock;

    public ServiceTerms(OpenArchives archives, ArchiveSwitch archiveSwitch, InstantSource clock) {
        this.archives = archives;
        this.archiveSwitch = archiveSwitch;
        this.clock = clock;
    }

    /** Looks now; what fails is tried again the next time. */
    public void look() {
        for (OpenArchives.Opened opened : archives.all()) {
            var organisation = opened.organisation();
            if (!organisation.terms().endedBy(clock.instant())) {
                continue;
            }
            try {
                if (archiveSwitch.isTurnedOn(organisation.id())) {
                    String reason =
                            "The service ended on " + organisation.terms().serviceEnds() + ".";
                    archiveSwitch.turn(organisation.id(), false, reason, ITSELF);
                } else if (opened.rules().archiving() != Rules.Archiving.ENDED) {
                    archives.refresh(organisation.id());
                }
            } catch (IOException | RuntimeException e) {
                LOG.warn("Archiving of {} could not be turned off at the end of its service", organisation.id(), e);
            }
        }
    }
}
