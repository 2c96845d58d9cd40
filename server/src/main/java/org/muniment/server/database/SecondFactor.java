package org.muniment.server.database;

import java.util.Locale;

/** Whether people who can read mail need a second factor to sign in. */
public enum SecondFactor {
    OPTIONAL,
    REQUIRED;

    /** As API and database write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SecondFactor of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
