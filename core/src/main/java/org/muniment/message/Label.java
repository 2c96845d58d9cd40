package org.muniment.message;

import java.util.Locale;

/** What kind of machine-made or unwanted mail a message says it is. Labels only inform: they never keep mail out. */
public enum Label {
    /** An answer that a machine gave, such as an absence notice. */
    AUTOREPLY,
    /** Sent on by a rule or redirected, not written anew. */
    FORWARDED,
    /** Taken for unwanted by a filter on its way. */
    SPAM,
    /** A notice of a mail system or another machine: bounces, receipts, reports. */
    SYSTEM;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** The name it has in records, in the index and in queries: {@code autoreply}, {@code spam}. */
    public String key() {
        return key;
    }
}
