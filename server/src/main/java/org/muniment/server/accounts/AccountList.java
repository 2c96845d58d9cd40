package org.muniment.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shows archive accounts, with what the directory says of them, and what was done with them. Thread-safe. */
public final class AccountList {
    private static final String TABLES = " from archive_account a left join directory_address l"
            + " on l.organisation = a.organisation and l.address = a.address and l.live = true"
            + " left join directory_account d on d.id = l.account";

    private static final String WAS_THERE = "exists (select 1 from directory_address x"
            + " where x.organisation = a.organisation and x.address = a.address)";

    private static final String COLUMNS =
            "select a.*, d.id as d_id, d.name as d_name, d.state as d_state, " + WAS_THERE + " as was_there";

    private final Database database;
    private final AccountRows rows;

    AccountList(Database database, AccountRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** What the directory says of an account. */
    public enum InDirectory {
        ACTIVE("d.state = 'active'"),
        DISABLED("d.state = 'disabled'"),
        /** It was there. */
        LEFT("(d.state = 'deleted' or (d.id is null and " + WAS_THERE + "))"),
        /** It never was. */
        UNKNOWN("(d.id is null and not " + WAS_THERE + ")");

        private final String condition;

        InDirectory(String condition) {
            this.condition = condition;
        }

        /** As API and database write it: {@code left}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one that is written so. */
        public static Optional<InDirectory> named(String key) {
            for (InDirectory one : values()) {
                if (one.key().equals(key)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        static InDirectory of(@Nullable String state, boolean wasThere) {
            return switch (state) {
                case "active" -> ACTIVE;
                case "disabled" -> DISABLED;
                case null -> wasThere ? LEFT : UNKNOWN;
                default -> LEFT;
            };
        }
    }

    /**
     * Which are shown.
     *
     * @param open whether open ones or the others; {@code null} for both
     * @param inDirectory only those of which the directory says so; {@code null} for all
     * @param departments only those whose people are in one of these; {@code null} for all
     * @param text part of the address or the name; empty for all
     */
    public record Filter(
            @Nullable Boolean open,
            @Nullable InDirectory inDirectory,
            @Nullable Set<String> departments,
            String text) {}

    /**
     * One of them.
     *
     * @param name of its person; empty if it is not known
     * @param departments where its person is, ids
     */
    public record Listed(ArchiveAccount account, String name, InDirectory inDirectory, List<String> departments) {}

    /**
     * Some of them, by address.
     *
     * @param total how many there are on all pages
     * @param next behind which the next page begins; {@code null} at the end
     */
    public record Page(
            List<Listed> accounts, long total, @Nullable String next) {}

    /** A page, from behind an address; {@code null} begins. */
    public Page page(String organisation, Filter filter, @Nullable String behind, int limit) {
        var where = new Where(organisation, filter);
        String counted = where.asksDirectory ? TABLES : " from archive_account a";
        long total = where.bound(database.jdbc().sql("select count(*)" + counted + where.text))
                .query(Long.class)
                .single();
        List<Found> found = where.bound(database.jdbc()
                        .sql(COLUMNS + TABLES + where.text + " and a.address > ? order by a.address limit ?"))
                .param(behind == null ? "" : behind)
                .param(limit + 1)
                .query((row, _) -> Found.read(row))
                .list();
        boolean more = found.size() > limit;
        List<Listed> shown = listed(more ? found.subList(0, limit) : found);
        return new Page(shown, total, more ? shown.getLast().account().address() : null);
    }

    /** A row of the list without departments. */
    private record Found(ArchiveAccount account, String member, String name, InDirectory inDirectory) {
        static Found read(ResultSet row) throws SQLException {
            String member = row.getString("d_id");
            String name = row.getString("d_name");
            return new Found(
                    AccountRows.account(row),
                    member == null ? "" : member,
                    name == null ? "" : name,
                    InDirectory.of(row.getString("d_state"), row.getBoolean("was_there")));
        }
    }

    private List<Listed> listed(List<Found> found) {
        Map<String, List<String>> departments = new HashMap<>();
        database.jdbc()
                .sql("select account, department from directory_membership where account = any(?) and ended is null")
                .param(found.stream().map(Found::member).toArray(String[]::new))
                .query(row -> {
                    departments
                            .computeIfAbsent(row.getString("account"), _ -> new ArrayList<>())
                            .add(row.getString("department"));
                });
        return found.stream()
                .map(one -> new Listed(
                        one.account(),
                        one.name(),
                        one.inDirectory(),
                        List.copyOf(departments.getOrDefault(one.member(), List.of()))))
                .toList();
    }

    /** The condition of a filter with its parameters. */
    private static final class Where {
        private final String text;
        private final List<Object> parameters = new ArrayList<>();

        /** Whether more tables than that of the archive accounts have a part in it. */
        private final boolean asksDirectory;

        Where(String organisation, Filter filter) {
            asksDirectory = filter.inDirectory() != null;
            var words = new StringBuilder(" where a.organisation = ?");
            parameters.add(organisation);
            if (filter.open() != null) {
                words.append(" and a.is_open = ?");
                parameters.add(filter.open());
            }
            if (filter.inDirectory() != null) {
                words.append(" and ").append(filter.inDirectory().condition);
            }
            if (filter.departments() != null) {
                words.append(" and a.address in (select x.address from directory_membership m"
                        + " join directory_address x on x.account = m.account and x.live = true"
                        + " where m.ended is null and m.department = any(?))");
                parameters.add(filter.departments().toArray(String[]::new));
            }
            if (!filter.text().isEmpty()) {
                words.append(" and (a.address like ? escape '!' or a.address in"
                        + " (select x.address from directory_account n join directory_address x on x.account = n.id and x.live = true"
                        + " where n.organisation = ? and lower(n.name) like ? escape '!'))");
                String like = "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%";
                parameters.add(like);
                parameters.add(organisation);
                parameters.add(like);
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
        return database.jdbc()
                .sql(COLUMNS + TABLES + " where a.organisation = ? and a.id = ?")
                .param(organisation)
                .param(id)
                .query((row, _) -> Found.read(row))
                .optional()
                .map(found -> listed(List.of(found)).getFirst());
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
