package org.muniment.server.archives;

import java.util.Set;
import java.util.function.Function;
import org.muniment.archive.OpenAccounts;
import org.muniment.archive.Rules;
import org.muniment.server.directory.ArchivePeriod;
import org.muniment.server.directory.ArchivePeriods;
import org.muniment.server.directory.Organisation;
import org.muniment.server.directory.RuleSettings;
import org.muniment.server.directory.RuleTable;

/** Puts together from the database what an organisation archives at this moment. Thread-safe. */
public final class CurrentRules {
    private final ArchivePeriods periods;
    private final RuleTable ruleTable;
    private final Function<String, OpenAccounts> accounts;

    /**
     * Puts them together from these.
     *
     * @param accounts the archive accounts of an organisation, which answer from memory
     */
    public CurrentRules(ArchivePeriods periods, RuleTable ruleTable, Function<String, OpenAccounts> accounts) {
        this.periods = periods;
        this.ruleTable = ruleTable;
        this.accounts = accounts;
    }

    Rules of(Organisation organisation) {
        boolean on = periods.newest(organisation.id())
                .filter(ArchivePeriod::isRunning)
                .isPresent();
        RuleSettings set = ruleTable.of(organisation.id());
        return new Rules(
                on,
                Set.copyOf(organisation.domains()),
                mode(organisation.terms().mode()),
                accounts.apply(organisation.id()),
                set.asMonitors(),
                set.separateSend());
    }

    private static Rules.Mode mode(Organisation.Mode mode) {
        return switch (mode) {
            case WHOLE_DOMAIN -> Rules.Mode.WHOLE_DOMAIN;
            case OPENED_ACCOUNTS -> Rules.Mode.OPENED_ACCOUNTS;
        };
    }
}
