package org.muniment.server.archives;

import java.util.Set;
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

    public CurrentRules(ArchivePeriods periods, RuleTable ruleTable) {
        this.periods = periods;
        this.ruleTable = ruleTable;
    }

    Rules of(Organisation organisation) {
        boolean on = periods.newest(organisation.id())
                .filter(ArchivePeriod::isRunning)
                .isPresent();
        RuleSettings set = ruleTable.of(organisation.id());
        return new Rules(
                on,
                Set.copyOf(organisation.domains()),
                Rules.Mode.WHOLE_DOMAIN,
                OpenAccounts.none(),
                set.asMonitors(),
                set.separateSend());
    }
}
