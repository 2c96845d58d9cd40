package org.muniment.server.directory;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import or a sync would change. It is applied as it was shown or not at all.
 *
 * @param id {@code dpl_…}
 * @param revision of the directory from which it was made
 * @param confirmNeeded whether so many would leave that somebody has to say yes to it
 * @param counts how many changes of each kind; {@code unchanged} and {@code skipped} too
 */
public record Plan(
        String id,
        AccountSource source,
        State state,
        long revision,
        Instant created,
        String createdBy,
        @Nullable Instant ended,
        @Nullable String endedBy,
        boolean confirmNeeded,
        Map<String, Long> counts) {

    /** What became of it. */
    public enum State {
        OPEN,
        APPLIED,
        DISCARDED;

        /** As API and database write it: {@code open}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** How many changes it has. */
    public long changes() {
        return counts.entrySet().stream()
                .filter(count ->
                        !count.getKey().equals("unchanged") && !count.getKey().equals("skipped"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
