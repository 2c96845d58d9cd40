package org.muniment.server.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The where-clause of a filter and what is put into it. */
final class LogCondition {
    /** What a list shows: words may be long, and are looked through by the database alone. */
    private static final String SHOWN = "select id, place, at, actor, address, type, object, reason, matter, result,"
            + " '' as words, null as mail_words, detail";

    private final StringBuilder sql = new StringBuilder("organisation = ?");
    private final List<Object> values = new ArrayList<>();

    LogCondition(LogFilter filter) {
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

    void add(String condition, Object... parameters) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(parameters));
    }

    void behind(LogRows.Behind behind) {
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
        return jdbc.sql(SHOWN + among(first, last) + sql)
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
        return jdbc.sql(SHOWN + " from log_entry where " + sql + " order by " + order + " limit " + most)
                .params(values)
                .query((row, _) -> LogRows.read(row))
                .list();
    }

    long count(JdbcClient jdbc, long most) {
        return most <= 0
                ? 0
                : jdbc.sql("select count(*) from (select 1 from log_entry where " + sql + " limit " + most + ") found")
                        .params(values)
                        .query(Long.class)
                        .single();
    }
}
