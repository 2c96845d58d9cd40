package org.muniment.server.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a plan.
 *
 * @param account whose; {@code null} for a new one, and for a department
 * @param line where the source lists it; 0 if it does not
 * @param before as it is; {@code null} for what is new
 * @param after as it will be
 */
public record PlanChange(
        Kind kind,
        @Nullable String account,
        long line,
        @Nullable Look before,
        Look after) {

    /** What happens, the heaviest that does. */
    public enum Kind {
        /** A department that is missing is made. */
        DEPARTMENT,
        NEW,
        /** The source lists it no more, or says that it has left. */
        LEFT,
        /** It had left, and is there again. */
        BACK,
        DISABLED,
        ENABLED,
        MOVED,
        /** Its primary address or its aliases are others. */
        READDRESSED,
        RENAMED,
        /** Another source lists it now; nothing else changes. */
        TAKEN_OVER;

        /** As API and database write it: {@code taken_over}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that is written so. */
        public static Optional<Kind> named(String key) {
            for (Kind one : values()) {
                if (one.key().equals(key)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What an account looks like; of a department only the path counts.
     *
     * @param departments each as its names from the top
     */
    public record Look(
            String address,
            String name,
            List<String> aliases,
            List<List<String>> departments,
            String state,
            @Nullable String externalKey) {}
}
