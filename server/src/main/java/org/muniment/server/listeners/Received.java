package org.muniment.server.listeners;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * That a mail came in: enough to see that a source delivers, nothing of the mail.
 *
 * @param client the address of the host that delivered
 */
public record Received(Instant at, @Nullable String client, Result outcome) {

    /** What became of it. */
    public enum Result {
        ARCHIVED,
        MERGED,
        /** Accepted and not archived, by a rule. */
        EXCLUDED,
        /** It could not be taken; the sender keeps it and tries again. */
        NOT_KEPT;

        /** As the API writes it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
