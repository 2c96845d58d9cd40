package org.muniment.archive;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a mail is not archived. The names stand in records and never change. */
public enum Exclusion {
    /** Archiving was switched off. */
    ARCHIVING_OFF(Rule.ARCHIVING_OFF),
    /** The service of the organisation has ended. */
    SERVICE_ENDED(null),
    /** No address of the organisation's takes part. */
    NO_ORGANISATION(null),
    /** The organisation's addresses that take part have no open archive account. */
    NO_OPEN_ACCOUNT(null),
    /** It is a copy for a monitor. */
    MONITOR_COPY(Rule.MONITOR_COPY),
    /** The organisation's user sent it, and nobody got it. */
    NOT_SENT(Rule.NOT_SENT),
    /** It was sent to the organisation, and nobody received it. */
    NOT_RECEIVED(Rule.NOT_RECEIVED);

    private final @Nullable Rule rule;
    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Exclusion(@Nullable Rule rule) {
        this.rule = rule;
    }

    /** Its name in records, such as {@code no-open-account}. */
    public String key() {
        return key;
    }

    /** The one of the sixteen rules that says so; empty if none does. */
    public Optional<Rule> rule() {
        return Optional.ofNullable(rule);
    }

    /** The rule behind a name in a record, perhaps of a version before there were numbers. */
    static Optional<Rule> ruleOf(String key) {
        for (Exclusion exclusion : values()) {
            if (exclusion.key.equals(key)) {
                return exclusion.rule();
            }
        }
        return Optional.empty();
    }
}
