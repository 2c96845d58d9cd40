package org.muniment.server.directory;

import java.util.Locale;
import java.util.Optional;

/** What an account is in its organisation; mail is archived whatever it is. */
public enum AccountState {
    ACTIVE,
    /** Cannot be used for now. */
    DISABLED,
    /** Has left; it stays known for ever. */
    DELETED;

    /** As API and database write it: {@code active}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that is written so. */
    public static Optional<AccountState> named(String key) {
        for (AccountState one : values()) {
            if (one.key().equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    static AccountState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
