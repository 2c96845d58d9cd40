package org.muniment.server.database;

import java.util.Locale;

/** What a person was appointed to. */
public enum Role {
    /** Runs the machine: makes organisations, sets their seats and terms; sees no mail. */
    OPERATOR,
    /** Runs the organisation's archive and appoints; sees no mail. */
    POSTMASTER,
    /** Switches archiving, searches, reads, exports, imports. */
    ARCHIVE_ADMINISTRATOR,
    /** Reads the archive log, with what was read out of mail in it, and the state of everything; opens no mail. */
    AUDITOR,
    /** Reads the mail of the cases that he was given. */
    REVIEWER;

    /** Whether it lets see mail, or part of it, such as names of attachments in the archive log. */
    public boolean readsMail() {
        return switch (this) {
            case ARCHIVE_ADMINISTRATOR, AUDITOR, REVIEWER -> true;
            case OPERATOR, POSTMASTER -> false;
        };
    }

    /** As API and database write it: {@code archive_administrator}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so; there must be one. */
    public static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
