package org.muniment.server.directory;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one reading of a directory server went.
 *
 * @param id {@code dsr_…}
 * @param entries that were read
 * @param skipped entries without an address of the organisation
 * @param plan what it would change, or changed; {@code null} if it did not come so far
 * @param counts of that plan; empty without one
 * @param problem why it failed, in English; {@code null} if it did not
 */
public record SyncRun(
        String id,
        Instant begun,
        Instant ended,
        String begunBy,
        Outcome outcome,
        int entries,
        int skipped,
        @Nullable String plan,
        Map<String, Long> counts,
        @Nullable String problem) {

    /** What came of it. */
    public enum Outcome {
        APPLIED,
        UNCHANGED,
        /** So many would leave that somebody has to confirm the plan. */
        WAITING,
        /** Nothing was changed. */
        FAILED;

        /** As API and database write it: {@code applied}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Outcome of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
