package org.muniment.server.database;

import org.jspecify.annotations.Nullable;

/**
 * A file that a person sends in pieces.
 *
 * @param id {@code upl_…}
 * @param person who sends it, and the only one who may
 * @param name as she calls it, without folders
 * @param length bytes it will have
 * @param held bytes of it that are durable here
 * @param importRun the import that reads it; {@code null} while there is none
 */
public record Upload(
        String id,
        String person,
        String name,
        long length,
        long held,
        @Nullable String importRun) {

    /** Whether all of it is here. */
    public boolean isComplete() {
        return held == length;
    }
}
