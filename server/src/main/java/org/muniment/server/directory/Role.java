package org.muniment.server.directory;

import java.util.Locale;

/** What a person was appointed to. */
public enum Role {
    /** Runs the system and appoints; sees no mail. */
    POSTMASTER,
    /** Switches archiving, searches, reads, exports, imports. */
    ARCHIVE_ADMINISTRATOR;

    /** As API and database write it: {@code archive_administrator}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
