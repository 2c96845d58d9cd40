package org.muniment.server.archives;

import java.util.Set;
import org.muniment.archive.Rules;
import org.muniment.server.directory.ArchivePeriod;
import org.muniment.server.directory.ArchivePeriods;
import org.muniment.server.directory.Organisation;

/** Puts together from the database what an organisation archives at this moment. Thread-safe. */
public final class CurrentRules {
    private final ArchivePeriods periods;

    public CurrentRules(ArchivePeriods periods) {
        this.periods = periods;
    }

    Rules of(Organisation organisation) {
        boolean on = periods.newest(organisation.id())
                .filter(ArchivePeriod::isRunning)
                .isPresent();
        return new Rules(on, Set.copyOf(organisation.domains()));
    }
}
