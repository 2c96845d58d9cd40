package org.muniment.server.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A department. Its id stays whatever happens to it.
 *
 * @param id {@code dept_…}
 * @param parent the one above, {@code null} at the top
 * @param closed when it was merged into its parent; {@code null} while it is one of its own
 */
public record Department(
        String id,
        @Nullable String parent,
        String name,
        Instant created,
        @Nullable Instant closed) {

    /** Whether it is a department of its own still. */
    public boolean isOpen() {
        return closed == null;
    }
}
