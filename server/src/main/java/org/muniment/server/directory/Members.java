package org.muniment.server.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;

/** Reads the directory of an organisation; ids of another organisation are not known to it. Thread-safe. */
public final class Members {
    private static final String DEPARTMENT_NOW =
            "(m.ended is null or (a.state = 'deleted' and m.ended = a.state_since))";

    /** More ids than that are not handed to the database as a list. */
    private static final int MOST_HOLDING = 5_000;

    private final Database database;
    private final Trees trees;

    Members(Database database, Trees trees) {
        this.database = database;
        this.trees = trees;
    }

    /**
     * Which accounts are asked for.
     *
     * @param text part of a name or an address; empty for any
     * @param departments ids of which the account is in one, of those that have left was in last; {@code null} for any
     * @param states empty for any
     * @param sources empty for any
     */
    public record Filter(
            String text, @Nullable Set<String> departments, Set<AccountState> states, Set<AccountSource> sources) {

        /** All there are. */
        public static Filter all() {
            return new Filter("", null, Set.of(), Set.of());
        }
    }

    /**
     * Some accounts, by address.
     *
     * @param total how many there are in all
     * @param next the address behind which the next page begins; {@code null} at the end
     */
    public record Page(
            List<Account> accounts, long total, @Nullable String next) {}

    /** The departments of now. */
    public DepartmentTree tree(String organisation) {
        return trees.tree(organisation);
    }

    /** How many accounts are in them. */
    public DepartmentCounts counts(String organisation) {
        return trees.counts(organisation);
    }

    /** The account of that id. */
    public Optional<Account> find(String organisation, String id) {
        List<Account> found = withParts(database.jdbc()
                .sql("select * from directory_account where organisation = ? and id = ?")
                .param(organisation)
                .param(id)
                .query((row, _) -> bare(row))
                .list());
        return found.stream().findFirst();
    }

    /** The account that has that address now, as primary one or as alias. */
    public Optional<Account> byAddress(String organisation, String address) {
        return database.jdbc()
                .sql("select account from directory_address where organisation = ? and address = ? and live = true")
                .param(organisation)
                .param(address)
                .query(String.class)
                .optional()
                .flatMap(id -> find(organisation, id));
    }

    /**
     * Accounts, by address.
     *
     * @param behind the address behind which they begin; {@code null} for the first
     */
    public Page accounts(String organisation, Filter filter, @Nullable String behind, int limit) {
        var where = new Where().and("a.organisation = ?", organisation);
        if (!filter.text().isEmpty()) {
            holding(organisation, MemberNames.key(filter.text()), where);
        }
        if (filter.departments() != null) {
            where.and(
                    "a.id in (select m.account from directory_membership m join directory_account a on a.id = m.account"
                            + " where m.department = any(?) and " + DEPARTMENT_NOW + ")",
                    (Object) filter.departments().toArray(String[]::new));
        }
        where.oneOf("a.state", filter.states().stream().map(AccountState::key).toList());
        where.oneOf(
                "a.source", filter.sources().stream().map(AccountSource::key).toList());
        long total = database.jdbc()
                .sql("select count(*) from directory_account a where " + where.text())
                .params(where.values())
                .query(Long.class)
                .single();
        if (behind != null) {
            where.and("a.address > ?", behind);
        }
        List<Account> found = database.jdbc()
                .sql("select a.* from directory_account a where " + where.text() + " order by a.address limit "
                        + (limit + 1))
                .params(where.values())
                .query((row, _) -> bare(row))
                .list();
        boolean more = found.size() > limit;
        List<Account> shown = withParts(more ? found.subList(0, limit) : found);
        return new Page(shown, total, more ? shown.getLast().address() : null);
    }

    /**
     * Accounts whose address or name begins so, then those in which it occurs; quick enough to ask at each key.
     * Those that have left are among them.
     */
    public List<Account> suggest(String organisation, String text, int limit) {
        List<String> ids = trees.book(organisation).suggested(MemberNames.key(text), limit);
        Map<String, Account> found = new HashMap<>();
        database.jdbc()
                .sql("select * from directory_account where id = any(?)")
                .param(ids.toArray(String[]::new))
                .query((row, _) -> bare(row))
                .list()
                .forEach(one -> found.put(one.id(), one));
        List<Account> inOrder = new ArrayList<>();
        for (String id : ids) {
            Account one = found.get(id);
            if (one != null) {
                inOrder.add(one);
            }
        }
        return withParts(inOrder);
    }

    /** Those in which a text occurs: found in memory, unless there are very many. */
    private void holding(String organisation, String key, Where where) {
        List<String> ids = trees.book(organisation).holding(key, MOST_HOLDING + 1);
        if (ids.size() <= MOST_HOLDING) {
            where.and("a.id = any(?)", (Object) ids.toArray(String[]::new));
            return;
        }
        String like = "%" + escaped(key) + "%";
        where.and(
                "(a.name_key like ? escape '!' or a.id in (select d.account from directory_address d"
                        + " where d.organisation = ? and d.live = true and d.address like ? escape '!'))",
                like,
                organisation,
                like);
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /** Where an account was, the newest first. */
    public List<Membership> memberships(String organisation, String account) {
        return database.jdbc()
                .sql("select * from directory_membership where organisation = ? and account = ? order by id desc")
                .param(organisation)
                .param(account)
                .query((row, _) -> new Membership(
                        row.getString("account"),
                        row.getString("department"),
                        Times.readNullable(row, "since"),
                        Times.readNullable(row, "ended")))
                .list();
    }

    /** Which addresses an account had, the newest first. */
    public List<AddressSpan> addresses(String organisation, String account) {
        return database.jdbc()
                .sql("select * from directory_address where organisation = ? and account = ? order by id desc")
                .param(organisation)
                .param(account)
                .query((row, _) -> new AddressSpan(
                        row.getString("address"),
                        row.getString("account"),
                        Times.readNullable(row, "since"),
                        Times.readNullable(row, "ended")))
                .list();
    }

    /** All accounts, with everything; for a plan. */
    List<Account> all(String organisation) {
        List<Account> bare = database.jdbc()
                .sql("select * from directory_account where organisation = ? order by address")
                .param(organisation)
                .query((row, _) -> bare(row))
                .list();
        return joined(
                bare,
                pairs(
                        "select account, address from directory_address"
                                + " where organisation = ? and live = true and place > 0 order by place, id",
                        organisation),
                pairs(
                        "select m.account, m.department from directory_membership m"
                                + " join directory_account a on a.id = m.account where m.organisation = ? and "
                                + DEPARTMENT_NOW + " order by m.id",
                        organisation));
    }

    private List<Account> withParts(Collection<Account> bare) {
        if (bare.isEmpty()) {
            return List.of();
        }
        Object ids = bare.stream().map(Account::id).toArray(String[]::new);
        return joined(
                bare,
                pairs(
                        "select account, address from directory_address"
                                + " where account = any(?) and live = true and place > 0 order by place, id",
                        ids),
                pairs(
                        "select m.account, m.department from directory_membership m"
                                + " join directory_account a on a.id = m.account where m.account = any(?) and "
                                + DEPARTMENT_NOW + " order by m.id",
                        ids));
    }

    private Map<String, List<String>> pairs(String sql, Object parameter) {
        Map<String, List<String>> pairs = new HashMap<>();
        database.jdbc().sql(sql).param(parameter).query(row -> {
            pairs.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        });
        return pairs;
    }

    private static List<Account> joined(
            Collection<Account> bare, Map<String, List<String>> aliases, Map<String, List<String>> departments) {
        return bare.stream()
                .map(one -> new Account(
                        one.id(),
                        one.address(),
                        one.name(),
                        aliases.getOrDefault(one.id(), List.of()),
                        departments.getOrDefault(one.id(), List.of()),
                        one.state(),
                        one.stateSince(),
                        one.source(),
                        one.externalKey(),
                        one.created()))
                .toList();
    }

    private static Account bare(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("address"),
                row.getString("name"),
                List.of(),
                List.of(),
                AccountState.of(row.getString("state")),
                Times.read(row, "state_since"),
                AccountSource.of(row.getString("source")),
                row.getString("external_key"),
                Times.read(row, "created"));
    }

    /** The conditions of a query, put together. Not thread-safe. */
    private static final class Where {
        private final StringBuilder text = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Where and(String condition, Object... parameters) {
            text.append(text.isEmpty() ? "" : " and ").append(condition);
            values.addAll(List.of(parameters));
            return this;
        }

        void oneOf(String column, List<String> keys) {
            if (!keys.isEmpty()) {
                and(column + " = any(?)", (Object) keys.toArray(String[]::new));
            }
        }

        String text() {
            return text.toString();
        }

        List<Object> values() {
            return values;
        }
    }
}
