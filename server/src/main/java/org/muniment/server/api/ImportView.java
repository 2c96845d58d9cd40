package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.ImportReport;
import org.muniment.server.directory.ImportRun;

/** An import as the API shows it. */
record ImportView(
        String id,
        String kind,
        String state,
        String who,
        @Nullable String reason,
        Instant started,
        @Nullable Instant ended,
        List<FileView> files,
        @Nullable String currentFile,
        ImportRun.Balance balance,
        boolean balanced,
        long doneBytes,
        long totalBytes,
        @Nullable String problem) {

    record FileView(String name, long size) {}

    static ImportView of(ImportReport report) {
        ImportRun run = report.run();
        ImportRun.Progress progress = report.progress();
        return new ImportView(
                run.id(),
                run.kind().key(),
                progress.state().key(),
                report.who(),
                run.reason(),
                run.started(),
                report.ended(),
                report.files().stream()
                        .map(file -> new FileView(file.name(), file.size()))
                        .toList(),
                progress.currentFile(),
                progress.balance(),
                progress.balance().balances(),
                progress.doneBytes(),
                progress.totalBytes(),
                problem(progress.trouble()));
    }

    private static @Nullable String problem(ImportRun.@Nullable Trouble trouble) {
        return switch (trouble) {
            case STORAGE_FULL -> "There is no room left; the import goes on by itself when there is.";
            case STORE_UNAVAILABLE -> "The archive takes nothing now; the import goes on by itself when it does.";
            case INTERNAL ->
                "The server failed; its log says why. The uploads are still there and can be imported again.";
            case null -> null;
        };
    }
}
