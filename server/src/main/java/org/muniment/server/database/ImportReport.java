package org.muniment.server.database;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an import.
 *
 * @param who the address of the person who started it
 * @param ended when it ended; {@code null} while it runs
 * @param files what the server reads; empty where the client sends items
 */
public record ImportReport(
        ImportRun run, String who, @Nullable Instant ended, List<ImportRun.File> files, ImportRun.Progress progress) {
    public ImportReport {
        files = List.copyOf(files);
    }

    /** The same, further on. */
    public ImportReport at(ImportRun.Progress now, @Nullable Instant end) {
        return new ImportReport(run, who, end, files, now);
    }
}
