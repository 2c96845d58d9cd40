package org.muniment.server.archives;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import org.muniment.archive.OpenAccounts;
import org.muniment.archive.Rules;
import org.muniment.server.database.ArchivePeriod;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.Organisation;
import org.muniment.server.database.RuleSettings;
import org.muniment.server.database.RuleTable;

/** Puts together from the database what an organisation archives at this moment. Thread-safe. */
public final class CurrentRules {
    private final ArchivePeriods periods;
    private final RuleTable ruleTable;
    private final Function<String, OpenAccounts> accounts;
    private final InstantSource clock;

    /**
     * Puts them together from these.
     *
     * @param accounts the archive accounts of an organisation, which answer from memory
     */
    public CurrentRules(
            ArchivePeriods periods, RuleTable ruleTable, Function<String, OpenAccounts> accounts, InstantSource clock) {
        this.periods = periods;
        this.ruleTable = ruleTable;
        this.accounts = accounts;
        this.clock = clock;
    }

    Rules of(Organisation organisation) {
        RuleSettings set = ruleTable.of(organisation.id());
        return new Rules(
                archiving(organisation),
                Set.copyOf(organisation.domains()),
                mode(organisation.terms().mode()),
                accounts.apply(organisation.id()),
                set.asMonitors(),
                set.separateSend());
    }

    /** Whether the service has ended is found again at every look of {@link ServiceTerms}. */
    private Rules.Archiving archiving(Organisation organisation) {
        if (organisation.terms().endedBy(clock.instant())) {
            return Rules.Archiving.ENDED;
        }
        boolean on = periods.newest(organisation.id())
                .filter(ArchivePeriod::isRunning)
                .isPresent();
        return on ? Rules.Archiving.ON : Rules.Archiving.OFF;
    }

    private static Rules.Mode mode(Organisation.Mode mode) {
        return switch (mode) {
            case WHOLE_DOMAIN -> Rules.Mode.WHOLE_DOMAIN;
            case OPENED_ACCOUNTS -> Rules.Mode.OPENED_ACCOUNTS;
        };
    }
}
