package org.muniment.server.archives;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.muniment.archive.Actor;
import org.muniment.server.database.ArchivePeriod;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.Database;

/** Turns the archiving of an organisation on and off. Thread-safe. */
public final class ArchiveSwitch {
    private final OpenArchives archives;
    private final ArchivePeriods periods;
    private final Database database;
    private final InstantSource clock;

    public ArchiveSwitch(OpenArchives archives, ArchivePeriods periods, Database database, InstantSource clock) {
        this.archives = archives;
        this.periods = periods;
        this.database = database;
        this.clock = clock;
    }

    /** Whether the switch is on, whatever the term of the service says. */
    boolean isTurnedOn(String organisation) {
        return periods.newest(organisation).filter(ArchivePeriod::isRunning).isPresent();
    }

    /**
     * Puts the switch where it is wanted; does nothing if it is there. The log entry comes first: a switch that cannot
     * be logged is not turned.
     *
     * @param reason why, logged and kept in the history
     * @throws ServiceEndedException if it is to be turned on after the end of the service
     */
    public synchronized void turn(String organisation, boolean on, String reason, Actor actor) throws IOException {
        OpenArchives.Opened opened = archives.of(organisation);
        if (on == isTurnedOn(organisation)) {
            return;
        }
        LocalDate lastDay = opened.organisation().terms().serviceEnds();
        if (on && lastDay != null && opened.organisation().terms().endedBy(clock.instant())) {
            throw new ServiceEndedException(lastDay);
        }
        opened.archive().log(actor, on ? "archive.enable" : "archive.disable", Map.of("reason", reason));
        if (on) {
            periods.begin(organisation, clock.instant(), actor.name(), reason);
        } else {
            periods.end(organisation, clock.instant(), actor.name(), reason);
        }
        archives.refresh(organisation); // what is committed counts, whether or not it can be synced
        database.sync();
    }
}
