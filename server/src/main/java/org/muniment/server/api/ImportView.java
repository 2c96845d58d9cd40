package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.ImportReport;
import org.muniment.server.database.ImportRun;
import org.muniment.server.language.Language;
import org.muniment.server.language.Message;

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

    /** The import, told in a language. */
    static ImportView of(ImportReport report, Language language) {
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
                problem(progress.trouble(), language));
    }

    private static @Nullable String problem(ImportRun.@Nullable Trouble trouble, Language language) {
        return switch (trouble) {
            case STORAGE_FULL -> Message.of("import.storage-full").in(language);
            case STORE_UNAVAILABLE -> Message.of("import.store-unavailable").in(language);
            case INTERNAL -> Message.of("import.failed").in(language);
            case null -> null;
        };
    }
}
