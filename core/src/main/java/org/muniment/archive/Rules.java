package org.muniment.archive;

import java.util.Set;

/**
 * What the organisation archives at this moment.
 *
 * @param archiving whether anything is archived
 * @param domains its domains, lower case
 * @param mode whose mail is archived
 * @param accounts its archive accounts
 * @param monitors whose copies are left out
 * @param separateSend how mail that was sent to several separately is told
 */
public record Rules(
        Archiving archiving,
        Set<String> domains,
        Mode mode,
        OpenAccounts accounts,
        Monitors monitors,
        SeparateSend separateSend) {

    /** Whether anything is archived. */
    public enum Archiving {
        ON,
        /** It was switched off. */
        OFF,
        /** The service has ended; no switch turns it on. */
        ENDED
    }

    /** Whose mail is archived. */
    public enum Mode {
        /** Mail in which an address of the domains takes part, unless all of them have closed accounts. */
        WHOLE_DOMAIN,
        /** Mail in which an open account takes part. */
        OPENED_ACCOUNTS
    }

    /** When two mails are the same one (rule 3). */
    public enum SeparateSend {
        /** Equal header fields and bodies are the same mail. */
        BY_HEADER,
        /** They must also come from the same transaction, where the source records one. */
        BY_TRANSACTION
    }

    public Rules {
        domains = Set.copyOf(domains);
    }

    /** Rules of the whole domain without monitors, as an organisation begins. */
    public Rules(boolean enabled, Set<String> domains) {
        this(
                enabled ? Archiving.ON : Archiving.OFF,
                domains,
                Mode.WHOLE_DOMAIN,
                OpenAccounts.none(),
                Monitors.NONE,
                SeparateSend.BY_HEADER);
    }

    /** Whether archiving is on. */
    public boolean enabled() {
        return archiving == Archiving.ON;
    }
}
