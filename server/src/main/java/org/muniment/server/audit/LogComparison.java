package org.muniment.server.audit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing the archive log with the database.
 *
 * @param entries that were compared
 * @param treeSize leaves under the newest checkpoint that they were proven under; 0 if none was signed yet
 * @param difference the first one, or {@code null} if there is none
 */
public record LogComparison(
        long entries, long treeSize, @Nullable Difference difference) {

    /** How they differ. */
    public enum Kind {
        /** The store has the entry, the database has not. */
        MISSING,
        /** The database says something else than the store. */
        CHANGED,
        /** The database has an entry that the store has not. */
        EXTRA,
        /** The evidence log contradicts the entry. */
        UNPROVEN;

        /** As API and log write it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The first difference.
     *
     * @param id {@code <writer>-<number>} of the entry
     * @param place in the order of the log
     * @param fields that differ, if it is changed
     */
    public record Difference(Kind kind, String id, long place, List<String> fields) {}
}
