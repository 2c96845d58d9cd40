package org.muniment.server.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that a person started.
 *
 * @param id {@code imp_…}
 * @param reason why, as far as it was said
 * @param forced whether it archives although archiving is off
 */
public record ImportRun(
        String id,
        String organisation,
        String person,
        Instant started,
        @Nullable String reason,
        boolean forced) {

    /**
     * How it ended, as whoever read the files counted.
     *
     * @param found mails in the files; the sum of the other four
     */
    public record Balance(long found, long archived, long merged, long excluded, long failed) {

        /** Whether nothing is missing and nothing counted twice. */
        public boolean balances() {
            return found == archived + merged + excluded + failed;
        }
    }
}
