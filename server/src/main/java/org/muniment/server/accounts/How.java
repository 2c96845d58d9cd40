package org.muniment.server.accounts;

import java.util.Locale;

/** In which way an account was opened or closed. */
public enum How {
    /** Somebody chose it. */
    HAND,
    /** Somebody chose a department in which it was. */
    DEPARTMENT,
    /** Nobody did: it appeared in mail, or in the directory. */
    AUTOMATIC;

    /** As API and database write it: {@code hand}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static How of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
