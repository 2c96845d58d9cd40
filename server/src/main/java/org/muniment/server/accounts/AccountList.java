package org.muniment.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows archive accounts and what was done with them. Thread-safe. */
public final class AccountList {
    private final Database database;
    private final AccountRows rows;

    AccountList(Database database, AccountRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /**
     * Which are shown.
     *
     * @param open whether open ones or the others; {@code null} for both
     * @param text part of the address; empty for all
     */
    public record Filter(@Nullable Boolean open, String text) {
        /** All of them. */
        public static final Filter ALL = new Filter(null, "");
    }

    /** One of them. */
    public record Listed(ArchiveAccount account) {}

    /**
     * Some of them, by address.
     *
     * @param total how many there are on all pages
     * @param next behind which the next page begins; {@code null} at the end
     */
    public record Page(List<Listed> accounts, long total, @Nullable String next) {}

    /** A page, from behind an address; {@code null} begins. */
    public Page page(String organisation, Filter filter, @Nullable String behind, int limit) {
        var where = new Where(organisation, filter);
        long total = where.bound(database.jdbc().sql("select count(*) from archive_account a" + where.text))
                .query(Long.class)
                .single();
        List<Listed> found = where.bound(database.jdbc()
                        .sql("select a.* from archive_account a" + where.text
                                + " and a.address > ? order by a.address limit ?"))
                .param(behind == null ? "" : behind)
                .param(limit + 1)
                .query((row, _) -> listed(row))
                .list();
        boolean more = found.size() > limit;
        List<Listed> shown = more ? found.subList(0, limit) : found;
        return new Page(
                List.copyOf(shown), total, more ? shown.getLast().account().address() : null);
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(AccountRows.account(row));
    }

    /** The condition of a filter with its parameters. */
    private static final class Where {
        private final String text;
        private final List<Object> parameters = new ArrayList<>();

        Where(String organisation, Filter filter) {
            var words = new StringBuilder(" where a.organisation = ?");
            parameters.add(organisation);
            if (filter.open() != null) {
                words.append(" and a.is_open = ?");
                parameters.add(filter.open());
            }
            if (!filter.text().isEmpty()) {
                words.append(" and a.address like ? escape '!'");
                parameters.add("%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
            }
            text = words.toString();
        }

        private static String escaped(String text) {
            return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        }

        JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
            JdbcClient.StatementSpec bound = statement;
            for (Object parameter : parameters) {
                bound = bound.param(parameter);
            }
            return bound;
        }
    }

    /** The account of that id, if the organisation has it. */
    public Optional<Listed> find(String organisation, String id) {
        return rows.find(organisation, id).map(Listed::new);
    }

    /** What was done with an account, the newest first; at most a thousand. */
    public List<Turn> history(String account) {
        return rows.turnsOf(account, 1_000);
    }

    /** What was done with all of them, the newest first, from behind that number. */
    public List<Turn> turns(String organisation, long before, int limit) {
        return rows.turns(organisation, before, limit);
    }
}
