package org.muniment.server.directory;

import java.util.Locale;
import java.util.Optional;

/** Where an account comes from. What a source brought, only that source marks as left by itself. */
public enum AccountSource {
    /** Somebody typed it in. */
    MANUAL,
    CSV,
    LDAP,
    /** It was seen in archived mail and adopted. */
    SEEN;

    /** As API and database write it: {@code manual}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so. */
    public static Optional<AccountSource> named(String key) {
        for (AccountSource one : values()) {
            if (one.key().equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    static AccountSource of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
