package org.muniment.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The archive log as the database projects it, for filtering. Everything here can be made again from the store, and
 * nothing here proves anything. Thread-safe.
 */
public final class LogRows {
    private final Database database;
    private final LogBlocks blocks;
    private final LogSearch search;

    public LogRows(Database database) {
        this.database = database;
        this.blocks = new LogBlocks(database);
        this.search = new LogSearch(database, blocks);
    }

    /**
     * How far the projection is.
     *
     * @param writer whose record it has reached
     * @param number of that record
     * @param place of the newest entry, 0 if there is none
     */
    public record Reached(String writer, long number, long place) {

        /** Nowhere yet. */
        public static final Reached NOTHING = new Reached("", 0, 0);
    }

    /** A place in the order of time: behind the entry that stands there. */
    public record Behind(Instant at, long place) {}

    /**
     * How many entries pass a filter.
     *
     * @param all whether these are all of them, and not only those that were counted
     */
    public record Counted(long value, boolean all) {}

    /** How far the projection of an organisation is. */
    public Reached reached(String organisation) {
        return database.jdbc()
                .sql("select writer, number, place from log_projection where organisation = ?")
                .param(organisation)
                .query((row, _) -> new Reached(row.getString(1), row.getLong(2), row.getLong(3)))
                .optional()
                .orElse(Reached.NOTHING);
    }

    /** Adds entries and notes how far they reach, both or neither. */
    public void add(String organisation, List<LogRow> rows, Reached reached) {
        database.inTransaction(() -> {
            put(organisation, rows);
            blocks.extend(organisation, rows);
            database.jdbc()
                    .sql("delete from log_projection where organisation = ?")
                    .param(organisation)
                    .update();
            database.jdbc()
                    .sql("insert into log_projection (organisation, writer, number, place) values (?, ?, ?, ?)")
                    .params(organisation, reached.writer(), reached.number(), reached.place())
                    .update();
        });
    }

    private void put(String organisation, List<LogRow> rows) {
        List<@Nullable Object[]> values = new ArrayList<>();
        for (LogRow row : rows) {
            values.add(new @Nullable Object[] {
                organisation,
                row.id(),
                row.place(),
                Times.column(row.at()),
                row.actor(),
                row.address(),
                row.type(),
                row.object(),
                row.reason(),
                row.matter(),
                row.result(),
                row.words(),
                row.mailWords(),
                row.detail()
            });
        }
        database.batch( // somebody may have put a row there by hand
                "delete from log_entry where organisation = ? and id = ?",
                rows.stream()
                        .map(row -> new @Nullable Object[] {organisation, row.id()})
                        .toList());
        database.batch(
                "insert into log_entry (organisation, id, place, at, actor, address, type, object, reason, matter,"
                        + " result, words, mail_words, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values);
    }

    /** Throws the projection of an organisation away. */
    public void clear(String organisation) {
        database.inTransaction(() -> {
            for (String table : List.of("log_entry", "log_block", "log_projection")) {
                database.jdbc()
                        .sql("delete from " + table + " where organisation = ?")
                        .param(organisation)
                        .update();
            }
        });
    }

    /** Whether there are rows, if there should be, and blocks up to that place. */
    public boolean isWhole(String organisation, long place) {
        if (place == 0) {
            return true;
        }
        boolean hasRows = database.jdbc()
                .sql("select 1 from log_entry where organisation = ? limit 1")
                .param(organisation)
                .query(Integer.class)
                .optional()
                .isPresent();
        return hasRows
                && blocks.newest(organisation)
                        .filter(block -> block.last() == place)
                        .isPresent();
    }

    /** Tells of the entries from one place to another whether a keyword finds them wherever it should. */
    public Predicate<LogRow> findable(String organisation, long first, long last) {
        List<LogBlock> there = blocks.between(organisation, first, last);
        return row -> there.stream().anyMatch(block -> block.holds(row));
    }

    /** How many entries of each type there are. Reads an index from end to end. */
    public Map<String, Long> types(String organisation) {
        return counts(organisation, "type");
    }

    /** How many entries each administrator has. Reads an index from end to end. */
    public Map<String, Long> actors(String organisation) {
        return counts(organisation, "actor");
    }

    private Map<String, Long> counts(String organisation, String column) {
        Map<String, Long> counts = new TreeMap<>();
        database.jdbc()
                .sql("select " + column + ", count(*) from log_entry where organisation = ? group by " + column)
                .param(organisation)
                .query((row, _) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    /** The entry of that id. */
    public Optional<LogRow> find(String organisation, String id) {
        return database.jdbc()
                .sql("select * from log_entry where organisation = ? and id = ?")
                .params(organisation, id)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The entries behind a place, in the order of the log. */
    public List<LogRow> following(String organisation, long place, int most) {
        return database.jdbc()
                .sql(
                        "select * from log_entry where organisation = ? and place > ? order by organisation, place limit ?")
                .params(organisation, place, most)
                .query((row, _) -> read(row))
                .list();
    }

    /** The entries that stand from one place to another, however many claim to. */
    public List<LogRow> between(String organisation, long first, long last) {
        return database.jdbc()
                .sql("select * from log_entry where organisation = ? and place between ? and ?"
                        + " order by organisation, place")
                .params(organisation, first, last)
                .query((row, _) -> read(row))
                .list();
    }

    /** An entry that stands where none can: before the first place or behind the last. */
    public Optional<LogRow> outside(String organisation, long last) {
        return database.jdbc()
                .sql("select * from log_entry where organisation = ? and (place < 1 or place > ?)"
                        + " order by organisation, place limit 1")
                .params(organisation, last)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The entries behind a place that pass the filter, in the order of the log. */
    public List<LogRow> following(LogFilter filter, long place, int most) {
        return search.following(filter, place, most);
    }

    /**
     * A page of the entries that pass the filter, newest first.
     *
     * @param behind where it begins; {@code null} for the newest
     */
    public List<LogRow> page(LogFilter filter, @Nullable Behind behind, int most) {
        return search.page(filter, behind, most);
    }

    /**
     * How many entries pass the filter. It stops counting at {@code most}, and where entries have to be looked at one by one
     * it looks at some ten thousand of those that may pass, the newest ones.
     */
    public Counted count(LogFilter filter, int most) {
        return search.count(filter, most);
    }

    static LogRow read(ResultSet row) throws SQLException {
        return new LogRow(
                row.getString("id"),
                row.getLong("place"),
                Times.read(row, "at"),
                row.getString("actor"),
                row.getString("address"),
                row.getString("type"),
                row.getString("object"),
                row.getString("reason"),
                row.getString("matter"),
                row.getString("result"),
                row.getString("words"),
                row.getString("mail_words"),
                row.getString("detail"));
    }
}
