package org.muniment.server.database;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of the switch: who turned archiving on and off, when and why. Nothing is ever removed. Thread-safe. */
public final class ArchivePeriods {
    private final Database database;

    public ArchivePeriods(Database database) {
        this.database = database;
    }

    /**
     * A period with who turned the switch, and why.
     *
     * @param endedBy {@code null} while the period runs
     */
    public record Entry(
            ArchivePeriod period,
            String startedBy,
            String startReason,
            @Nullable String endedBy,
            @Nullable String endReason) {}

    /** All periods of an organisation, newest first; at most a thousand. */
    public List<Entry> history(String organisation) {
        return database.jdbc()
                .sql("select * from archive_period where organisation = ? order by id desc limit 1000")
                .param(organisation)
                .query((row, _) -> new Entry(
                        new ArchivePeriod(Times.read(row, "started"), Times.readNullable(row, "ended")),
                        row.getString("started_by"),
                        row.getString("start_reason"),
                        row.getString("ended_by"),
                        row.getString("end_reason")))
                .list();
    }

    /** The newest period: the one that is running, or the last one there was. */
    public Optional<ArchivePeriod> newest(String organisation) {
        return database.jdbc()
                .sql("select started, ended from archive_period where organisation = ? order by id desc limit 1")
                .param(organisation)
                .query((row, _) -> new ArchivePeriod(Times.read(row, "started"), Times.readNullable(row, "ended")))
                .optional();
    }

    /** When archiving was last turned off, if ever. */
    public Optional<Instant> lastEnd(String organisation) {
        return database.jdbc()
                .sql("select ended from archive_period where organisation = ? and ended is not null"
                        + " order by id desc limit 1")
                .param(organisation)
                .query((row, _) -> Times.read(row, "ended"))
                .optional();
    }

    /** Begins a period. */
    public void begin(String organisation, Instant now, String who, String reason) {
        database.jdbc()
                .sql("insert into archive_period (organisation, started, started_by, start_reason) values (?, ?, ?, ?)")
                .param(organisation)
                .param(Times.column(now))
                .param(who)
                .param(reason)
                .update();
    }

    /** Ends the running period. */
    public void end(String organisation, Instant now, String who, String reason) {
        database.jdbc()
                .sql("update archive_period set ended = ?, ended_by = ?, end_reason = ?"
                        + " where organisation = ? and ended is null")
                .param(Times.column(now))
                .param(who)
                .param(reason)
                .param(organisation)
                .update();
    }
}
