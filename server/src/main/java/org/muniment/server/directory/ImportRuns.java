package org.muniment.server.directory;

import java.time.Instant;
import java.util.Optional;

/** The imports that were started. Thread-safe. */
public final class ImportRuns {
    private final Database database;

    public ImportRuns(Database database) {
        this.database = database;
    }

    /** Adds one that begins. */
    public void add(ImportRun run) {
        database.jdbc()
                .sql("insert into import_run (id, organisation, person, started, reason, forced)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(run.id())
                .param(run.organisation())
                .param(run.person())
                .param(Times.column(run.started()))
                .param(run.reason())
                .param(run.forced())
                .update();
    }

    /** The run of that id if this person started it and it has not ended. */
    public Optional<ImportRun> running(String id, String person) {
        return database.jdbc()
                .sql("select * from import_run where id = ? and person = ? and finished is null")
                .param(id)
                .param(person)
                .query((row, _) -> new ImportRun(
                        row.getString("id"),
                        row.getString("organisation"),
                        row.getString("person"),
                        Times.read(row, "started"),
                        row.getString("reason"),
                        row.getBoolean("forced")))
                .optional();
    }

    /** Ends a run with its balance. */
    public void finish(String id, Instant now, ImportRun.Balance balance) {
        database.jdbc()
                .sql("update import_run set finished = ?, found = ?, archived = ?, merged = ?, excluded = ?, failed = ?"
                        + " where id = ?")
                .param(Times.column(now))
                .param(balance.found())
                .param(balance.archived())
                .param(balance.merged())
                .param(balance.excluded())
                .param(balance.failed())
                .param(id)
                .update();
    }
}
