package org.muniment.server.ldap;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A directory server and how it is reached.
 *
 * @param trust certificates in PEM, one of which must have signed the server's; {@code null} for those that this machine
 *     trusts anyway
 */
public record LdapServer(
        String host, int port, Security security, @Nullable String trust) {

    /** How the connection is kept from others. */
    public enum Security {
        /** Not at all. */
        PLAIN,
        /** It begins readable and is encrypted before anything is said (RFC 4513, 3). */
        STARTTLS,
        /** Encrypted from its first byte. */
        LDAPS;

        /** As API and database write it: {@code starttls}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that is written so. */
        public static Optional<Security> named(String key) {
            for (Security one : values()) {
                if (one.key().equals(key)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }
}
