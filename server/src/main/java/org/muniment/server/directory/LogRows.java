package org.muniment.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The archive log as the database projects it, for filtering. Everything here can be made again from the store, and
 * nothing here proves anything. Thread-safe.
 */
public final class LogRows {
    /** Up to so many administrators or types are asked for one by one, each along its own index. */
    private static final int MOST_BRANCHES = 40;

    private static final Comparator<LogRow> NEWEST_FIRST =
            Comparator.comparing(LogRow::at).thenComparingLong(LogRow::place).reversed();

    /** Entries that may pass and are looked at to be counted: who reads a page does not wait for more. */
    private static final int MOST_LOOKED_AT = 10_000;

    /** Entries that one statement counts. */
    private static final int LOOKED_AT_ONCE = 2_000;

    private final Database database;
    private final LogBlocks blocks;

    public LogRows(Database database) {
        this.database = database;
        this.blocks = new LogBlocks(database);
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
        var where = new Condition(filter);
        where.add("place > ?", place);
        if (!filter.isLookedFor()) {
            return where.read(database.jdbc(), "organisation, place", most);
        }
        List<LogRow> found = new ArrayList<>();
        LogBlocks.Walk walk = blocks.following(filter, place);
        for (LogBlock block = walk.next(); block != null && found.size() < most; block = walk.next()) {
            found.addAll(where.readAmong(database.jdbc(), block.first(), block.last()));
        }
        return firstOf(found, Comparator.comparingLong(LogRow::place), most);
    }

    /**
     * A page of the entries that pass the filter, newest first.
     *
     * @param behind where it begins; {@code null} for the newest
     */
    public List<LogRow> page(LogFilter filter, @Nullable Behind behind, int most) {
        if (filter.isLookedFor()) {
            return lookedFor(filter, behind, most);
        }
        List<LogRow> page = new ArrayList<>();
        for (LogFilter branch : branches(filter)) {
            page.addAll(branchPage(branch, behind, most));
        }
        return firstOf(page, NEWEST_FIRST, most);
    }

    private static List<LogRow> firstOf(List<LogRow> rows, Comparator<LogRow> order, int most) {
        return rows.stream().sorted(order).limit(most).toList();
    }

    /** Through the blocks, the newest first, until no other block can have an entry that is newer than the last found. */
    private List<LogRow> lookedFor(LogFilter filter, @Nullable Behind behind, int most) {
        var where = new Condition(filter);
        if (behind != null) {
            where.behind(behind);
        }
        List<LogRow> found = new ArrayList<>();
        LogBlocks.Walk walk = blocks.newestFirst(filter, upTo(filter, behind));
        for (LogBlock block = walk.next(); block != null; block = walk.next()) {
            if (found.size() >= most && found.getLast().at().isAfter(block.newest())) {
                break;
            }
            List<LogRow> more = where.readAmong(database.jdbc(), block.first(), block.last());
            if (!more.isEmpty()) {
                found.addAll(more);
                found = new ArrayList<>(firstOf(found, NEWEST_FIRST, most));
            }
        }
        return List.copyOf(found);
    }

    private static Instant upTo(LogFilter filter, @Nullable Behind behind) {
        Instant to = filter.to() == null ? Times.NEVER : filter.to();
        return behind == null || to.isBefore(behind.at()) ? to : behind.at();
    }

    private List<LogRow> branchPage(LogFilter filter, @Nullable Behind behind, int most) {
        var where = new Condition(filter);
        if (behind == null && filter.to() == null) {
            where.add("at <= ?", Times.column(Times.NEVER)); // says nothing, but lets H2 walk along the index by time
        }
        if (behind != null) {
            where.behind(behind);
        }
        return where.read(database.jdbc(), order(filter), most);
    }

    /** Along an index, so that the newest are found without sorting all. */
    private static String order(LogFilter filter) {
        String first = filter.actors().size() == 1
                ? "actor, "
                : filter.types().size() == 1 ? "type, " : filter.object() != null ? "object, " : "";
        return "organisation, " + first + "at desc, place desc";
    }

    /** One filter per administrator or type, which the indexes know. */
    private static List<LogFilter> branches(LogFilter filter) {
        int actors = filter.actors().size();
        int types = filter.types().size();
        if (actors > 1 && actors <= MOST_BRANCHES) {
            return filter.actors().stream().map(filter::withActor).toList();
        }
        if (actors == 0 && types > 1 && types <= MOST_BRANCHES) {
            return filter.types().stream().map(filter::withType).toList();
        }
        return List.of(filter);
    }

    /**
     * How many entries pass a filter.
     *
     * @param all whether these are all of them, and not only those that were counted
     */
    public record Counted(long value, boolean all) {}

    /**
     * How many entries pass the filter. It stops counting at {@code most}, and where entries have to be looked at one by one
     * it looks at some ten thousand of those that may pass, the newest ones.
     */
    public Counted count(LogFilter filter, int most) {
        if (filter.isLookedFor()) {
            return countLookedFor(filter, most);
        }
        long sum = 0;
        for (LogFilter branch : branches(filter)) {
            sum += new Condition(branch).count(database.jdbc(), most - sum);
        }
        return new Counted(sum, sum < most);
    }

    private Counted countLookedFor(LogFilter filter, int most) {
        var where = new Condition(filter);
        LogBlocks.Walk walk = blocks.newestFirst(filter, upTo(filter, null));
        long sum = 0;
        long seen = 0;
        LogBlock block = walk.next();
        while (block != null && sum < most && seen < MOST_LOOKED_AT) {
            long first = block.first();
            long last = block.last();
            block = walk.next();
            while (block != null && block.last() == first - 1 && last - first < LOOKED_AT_ONCE) {
                first = block.first();
                block = walk.next();
            }
            sum += where.countAmong(database.jdbc(), first, last);
            seen += last - first + 1;
        }
        return sum < most ? new Counted(sum, block == null) : new Counted(most, false);
    }

    private static LogRow read(ResultSet row) throws SQLException {
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

    /** The where-clause of a filter and what is put into it. */
    private static final class Condition {
        private final StringBuilder sql = new StringBuilder("organisation = ?");
        private final List<Object> values = new ArrayList<>();

        Condition(LogFilter filter) {
            values.add(filter.organisation());
            oneOf("actor", filter.actors());
            oneOf("type", filter.types());
            if (filter.from() != null) {
                add("at >= ?", Times.column(filter.from()));
            }
            if (filter.to() != null) {
                add("at <= ?", Times.column(filter.to()));
            }
            equal("object", filter.object());
            equal("matter", filter.matter());
            equal("address", filter.address());
            equal("result", filter.result());
            if (filter.reasoned()) {
                add("reason is not null");
            }
            for (String keyword : filter.keywords()) {
                String pattern = "%" + escaped(keyword) + "%";
                if (filter.inMailWords()) {
                    add("(words like ? escape '!' or mail_words like ? escape '!')", pattern, pattern);
                } else {
                    add("words like ? escape '!'", pattern);
                }
            }
        }

        private static String escaped(String keyword) {
            return keyword.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }

        private void equal(String column, @Nullable String value) {
            if (value != null) {
                add(column + " = ?", value);
            }
        }

        private void oneOf(String column, List<String> several) {
            if (several.size() == 1) {
                add(column + " = ?", several.getFirst());
            } else if (!several.isEmpty()) {
                add(column + " in (" + "?, ".repeat(several.size() - 1) + "?)", several.toArray());
            }
        }

        final void add(String condition, Object... parameters) {
            sql.append(" and ").append(condition);
            values.addAll(List.of(parameters));
        }

        final void behind(Behind behind) {
            add("at <= ?", Times.column(behind.at()));
            add("(at < ? or place < ?)", Times.column(behind.at()), behind.place());
        }

        /**
         * Takes entries from one place to another and then sees which pass. The bound has no other sense than that a
         * database does not see through it to an index that it would walk along instead.
         */
        private static String among(long first, long last) {
            return " from (select * from log_entry where organisation = ? and place between " + first + " and " + last
                    + " limit " + Integer.MAX_VALUE + ") log_entry where ";
        }

        private List<Object> amongValues() {
            List<Object> all = new ArrayList<>();
            all.add(values.getFirst());
            all.addAll(values);
            return all;
        }

        List<LogRow> readAmong(JdbcClient jdbc, long first, long last) {
            return jdbc.sql("select *" + among(first, last) + sql)
                    .params(amongValues())
                    .query((row, _) -> LogRows.read(row))
                    .list();
        }

        long countAmong(JdbcClient jdbc, long first, long last) {
            return jdbc.sql("select count(*)" + among(first, last) + sql)
                    .params(amongValues())
                    .query(Long.class)
                    .single();
        }

        List<LogRow> read(JdbcClient jdbc, String order, int most) {
            return jdbc.sql("select * from log_entry where " + sql + " order by " + order + " limit " + most)
                    .params(values)
                    .query((row, _) -> LogRows.read(row))
                    .list();
        }

        long count(JdbcClient jdbc, long most) {
            return most <= 0
                    ? 0
                    : jdbc.sql("select count(*) from (select 1 from log_entry where " + sql + " limit " + most
                                    + ") found")
                            .params(values)
                            .query(Long.class)
                            .single();
        }
    }
}
