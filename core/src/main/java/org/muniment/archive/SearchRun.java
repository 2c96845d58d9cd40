package org.muniment.archive;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Hit;
import org.muniment.index.SearchIndex.TimeRange;

/**
 * A search that was made and can be cited: its id is that of its entry in the archive log, which holds everything
 * needed to run it again.
 *
 * @param id {@code <writer>-<number>} of the log entry; of a search it is shown as {@code srch_…} and asks for further
 *     pages, which have log entries of their own
 * @param query in canonical form
 * @param asOf when it looked
 * @param position the last record number it looks at
 * @param total exact
 * @param hits this page
 * @param next where the next page begins, {@code null} at the end
 */
public record SearchRun(
        String id,
        String query,
        TimeRange range,
        Instant asOf,
        long position,
        long total,
        List<Hit> hits,
        @Nullable String next) {

    public SearchRun {
        hits = List.copyOf(hits);
    }
}
