package org.muniment.server.database;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which archiving was on.
 *
 * @param ended when it was turned off; {@code null} while it is on
 */
public record ArchivePeriod(Instant started, @Nullable Instant ended) {

    /** Whether it has not ended, so that archiving is on. */
    public boolean isRunning() {
        return ended == null;
    }
}
