package org.muniment.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;
import tools.jackson.databind.json.JsonMapper;

/** Keeps from where directories are read and how it went. Thread-safe. */
final class SyncRows {
    private static final int SHOWN = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    SyncRows(Database database) {
        this.database = database;
    }

    /**
     * What is kept of a sync.
     *
     * @param password sealed; {@code null} for none
     * @param lastBegun when it last began, by itself or not; {@code null} for never
     */
    record Kept(
            String organisation,
            LdapSettings settings,
            @Nullable String password,
            @Nullable Instant lastBegun) {
        @Override
        public String toString() {
            return "Kept[" + organisation + "]";
        }
    }

    Optional<Kept> find(String organisation) {
        return database.jdbc()
                .sql("select * from directory_sync where organisation = ?")
                .param(organisation)
                .query((row, _) -> kept(row))
                .optional();
    }

    List<Kept> all() {
        return database.jdbc()
                .sql("select * from directory_sync order by organisation")
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("organisation"),
                JSON.readValue(row.getString("settings"), LdapSettings.class),
                row.getString("password"),
                Times.readNullable(row, "last_begun"));
    }

    void keep(String organisation, LdapSettings settings, @Nullable String password) {
        String json = JSON.writeValueAsString(settings);
        int known = database.jdbc()
                .sql("update directory_sync set settings = ?, password = ? where organisation = ?")
                .param(json)
                .param(password)
                .param(organisation)
                .update();
        if (known == 0) {
            database.jdbc()
                    .sql("insert into directory_sync (organisation, settings, password) values (?, ?, ?)")
                    .param(organisation)
                    .param(json)
                    .param(password)
                    .update();
        }
    }

    void begun(String organisation, Instant now) {
        database.jdbc()
                .sql("update directory_sync set last_begun = ? where organisation = ?")
                .param(Times.column(now))
                .param(organisation)
                .update();
    }

    void add(String organisation, SyncRun run) {
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("insert into directory_sync_run (id, organisation, begun, ended, begun_by, outcome, entries,"
                            + " skipped, plan, counts, problem) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(run.id())
                    .param(organisation)
                    .param(Times.column(run.begun()))
                    .param(Times.column(run.ended()))
                    .param(run.begunBy())
                    .param(run.outcome().key())
                    .param(run.entries())
                    .param(run.skipped())
                    .param(run.plan())
                    .param(run.plan() == null ? null : PlanRows.counts(run.counts()))
                    .param(run.problem())
                    .update();
            database.jdbc()
                    .sql("delete from directory_sync_run where organisation = ? and id in (select id from"
                            + " directory_sync_run where organisation = ? order by id desc offset " + SHOWN + " rows)")
                    .param(organisation)
                    .param(organisation)
                    .update();
        });
    }

    List<SyncRun> runs(String organisation) {
        return database.jdbc()
                .sql("select * from directory_sync_run where organisation = ? order by id desc limit " + SHOWN)
                .param(organisation)
                .query((row, _) -> run(row))
                .list();
    }

    private static SyncRun run(ResultSet row) throws SQLException {
        String counts = row.getString("counts");
        return new SyncRun(
                row.getString("id"),
                Times.read(row, "begun"),
                Times.read(row, "ended"),
                row.getString("begun_by"),
                SyncRun.Outcome.of(row.getString("outcome")),
                row.getInt("entries"),
                row.getInt("skipped"),
                row.getString("plan"),
                counts == null ? Map.of() : PlanRows.counts(counts),
                row.getString("problem"));
    }
}
