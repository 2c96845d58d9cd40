package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The imports that were started, how far they are, and what failed. Thread-safe. */
public final class ImportRuns {
    /** Failures that are kept of one import. */
    public static final int MOST_FAILURES = 10_000;

    private static final String SELECT = "select r.*, p.address from import_run r join person p on p.id = r.person";

    private final Database database;

    public ImportRuns(Database database) {
        this.database = database;
    }

    /** Adds one that begins, with the files that it reads. */
    public void add(ImportRun run, List<ImportRun.File> files) {
        database.jdbc()
                .sql("insert into import_run (id, organisation, person, kind, started, reason, forced, total_bytes)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(run.id())
                .param(run.organisation())
                .param(run.person())
                .param(run.kind().key())
                .param(Times.column(run.started()))
                .param(run.reason())
                .param(run.forced())
                .param(files.stream().mapToLong(ImportRun.File::size).sum())
                .update();
        for (int place = 0; place < files.size(); place++) {
            addFile(run.id(), place, files.get(place));
        }
    }

    private void addFile(String id, int place, ImportRun.File file) {
        database.jdbc()
                .sql("insert into import_file (import_run, place, upload, name, size) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(place)
                .param(file.upload())
                .param(file.name())
                .param(file.size())
                .update();
    }

    /** The run of that id if this person sends its items and it has not ended. */
    public Optional<ImportRun> running(String id, String person) {
        return database.jdbc()
                .sql("select * from import_run where id = ? and person = ? and kind = 'items' and finished is null")
                .param(id)
                .param(person)
                .query((row, _) -> run(row))
                .optional();
    }

    /** What is known of the import of that id, if it is one of the organisation. */
    public Optional<ImportReport> find(String id, String organisation) {
        return find(id).filter(report -> report.run().organisation().equals(organisation));
    }

    /** What is known of the import of that id, whosoever it is. */
    public Optional<ImportReport> find(String id) {
        return database.jdbc()
                .sql(SELECT + " where r.id = ?")
                .param(id)
                .query((row, _) -> report(row))
                .optional()
                .map(this::withFiles);
    }

    /**
     * Imports of an organisation, newest first.
     *
     * @param before the id behind which they begin; {@code null} for the newest
     */
    public List<ImportReport> newest(String organisation, @Nullable String before, int limit) {
        return database
                .jdbc()
                .sql(SELECT + " where r.organisation = ? and r.id < ? order by r.id desc limit ?")
                .param(organisation)
                .param(before == null ? "imp~" : before) // behind every id
                .param(limit)
                .query((row, _) -> report(row))
                .list()
                .stream()
                .map(this::withFiles)
                .toList();
    }

    /** The imports that the server reads and that have not ended, oldest first. */
    public List<ImportReport> unfinished() {
        return database
                .jdbc()
                .sql(SELECT + " where r.kind = 'upload' and r.finished is null order by r.id")
                .query((row, _) -> report(row))
                .list()
                .stream()
                .map(this::withFiles)
                .toList();
    }

    private ImportReport withFiles(ImportReport bare) {
        List<ImportRun.File> files = database.jdbc()
                .sql("select * from import_file where import_run = ? order by place")
                .param(bare.run().id())
                .query((row, _) ->
                        new ImportRun.File(row.getString("upload"), row.getString("name"), row.getLong("size")))
                .list();
        return new ImportReport(bare.run(), bare.who(), bare.ended(), files, bare.progress());
    }

    private static ImportReport report(ResultSet row) throws SQLException {
        String trouble = row.getString("problem");
        var progress = new ImportRun.Progress(
                ImportRun.State.of(row.getString("state")),
                new ImportRun.Balance(
                        row.getLong("found"),
                        row.getLong("archived"),
                        row.getLong("merged"),
                        row.getLong("excluded"),
                        row.getLong("failed")),
                row.getLong("done_bytes"),
                row.getLong("total_bytes"),
                row.getString("current_file"),
                trouble == null ? null : ImportRun.Trouble.valueOf(trouble.toUpperCase(Locale.ROOT)));
        Instant ended = Times.readNullable(row, "finished");
        return new ImportReport(run(row), row.getString("address"), ended, List.of(), progress);
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(
                row.getString("id"),
                row.getString("organisation"),
                row.getString("person"),
                ImportRun.Kind.of(row.getString("kind")),
                Times.read(row, "started"),
                row.getString("reason"),
                row.getBoolean("forced"));
    }

    /** Keeps how far an import is; one that was told to stop meanwhile stays told. */
    public void keep(String id, ImportRun.Progress progress) {
        keep(id, progress, null);
    }

    /** Ends an import. */
    public void finish(String id, Instant now, ImportRun.Progress progress) {
        keep(id, progress, now);
    }

    private void keep(String id, ImportRun.Progress progress, @Nullable Instant ended) {
        ImportRun.Balance balance = progress.balance();
        ImportRun.Trouble trouble = progress.trouble();
        database.jdbc()
                .sql("update import_run set state = case when ? = 'running' then state else ? end, finished = ?,"
                        + " found = ?, archived = ?, merged = ?, excluded = ?, failed = ?, done_bytes = ?,"
                        + " current_file = ?, problem = ? where id = ?")
                .param(progress.state().key())
                .param(progress.state().key())
                .param(ended == null ? null : Times.column(ended))
                .param(balance.found())
                .param(balance.archived())
                .param(balance.merged())
                .param(balance.excluded())
                .param(balance.failed())
                .param(progress.doneBytes())
                .param(progress.currentFile())
                .param(trouble == null ? null : trouble.name().toLowerCase(Locale.ROOT))
                .param(id)
                .update();
    }

    /** Adds to what became of the items that a client sends; what it counts itself at the end replaces it. */
    public void count(String id, ImportRun.Balance more) {
        database.jdbc()
                .sql("update import_run set found = coalesce(found, 0) + ?, archived = coalesce(archived, 0) + ?,"
                        + " merged = coalesce(merged, 0) + ?, excluded = coalesce(excluded, 0) + ?,"
                        + " failed = coalesce(failed, 0) + ? where id = ?")
                .param(more.found())
                .param(more.archived())
                .param(more.merged())
                .param(more.excluded())
                .param(more.failed())
                .param(id)
                .update();
    }

    /** Tells an import to stop; tells whether it ran. */
    public boolean tellToStop(String id) {
        return database.jdbc()
                        .sql("update import_run set state = 'stopping' where id = ? and state = 'running'")
                        .param(id)
                        .update()
                == 1;
    }

    /** Adds failures; how many are kept in all is the caller's to bound. */
    public void addFailures(String id, List<ImportRun.Failure> failures) {
        for (ImportRun.Failure failure : failures) {
            database.jdbc()
                    .sql("insert into import_failure (import_run, path, position, reason) values (?, ?, ?, ?)")
                    .param(id)
                    .param(failure.path())
                    .param(failure.position())
                    .param(failure.reason())
                    .update();
        }
    }

    /** Forgets the failures of an import that begins again. */
    public void forgetFailures(String id) {
        database.jdbc()
                .sql("delete from import_failure where import_run = ?")
                .param(id)
                .update();
    }

    /** What could not be archived, in the order in which it was found. */
    public List<ImportRun.Failure> failures(String id) {
        return database.jdbc()
                .sql("select * from import_failure where import_run = ? order by id limit ?")
                .param(id)
                .param(MOST_FAILURES)
                .query((row, _) ->
                        new ImportRun.Failure(row.getString("path"), row.getLong("position"), row.getString("reason")))
                .list();
    }
}
