package org.muniment.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;

/** The archive accounts in the database. Thread-safe. */
final class AccountRows {
    /** How many parameters a statement gets at once. */
    private static final int SOME = 5_000;

    private final Database database;

    AccountRows(Database database) {
        this.database = database;
    }

    List<ArchiveAccount> all(String organisation) {
        return database.jdbc()
                .sql("select * from archive_account where organisation = ?")
                .param(organisation)
                .query((row, _) -> account(row))
                .list();
    }

    static ArchiveAccount account(ResultSet row) throws SQLException {
        return new ArchiveAccount(
                row.getString("id"),
                row.getString("address"),
                row.getBoolean("is_open"),
                Times.read(row, "known"),
                Times.readNullable(row, "opened"),
                Times.readNullable(row, "closed"));
    }

    /** Those of these addresses that there are, by address. */
    Map<String, ArchiveAccount> at(String organisation, List<String> addresses) {
        Map<String, ArchiveAccount> found = new HashMap<>();
        for (int from = 0; from < addresses.size(); from += SOME) {
            List<String> some = addresses.subList(from, Math.min(addresses.size(), from + SOME));
            database.jdbc()
                    .sql("select a.* from " + Database.OF_TEXTS + " wanted(address) join archive_account a"
                            + " on a.organisation = ? and a.address = wanted.address")
                    .param(some.toArray(String[]::new))
                    .param(organisation)
                    .query((row, _) -> account(row))
                    .list()
                    .forEach(account -> found.put(account.address(), account));
        }
        return found;
    }

    void add(String organisation, List<ArchiveAccount> accounts) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (ArchiveAccount one : accounts) {
            rows.add(new @Nullable Object[] {
                one.id(),
                organisation,
                one.address(),
                one.isOpen(),
                Times.column(one.known()),
                column(one.opened()),
                column(one.closed())
            });
        }
        database.batch(
                "insert into archive_account (id, organisation, address, is_open, known, opened, closed)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static @Nullable Object column(@Nullable Instant time) {
        return time == null ? null : Times.column(time);
    }

    void turn(List<ArchiveAccount> accounts, boolean open, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        accounts.forEach(one -> rows.add(new @Nullable Object[] {open, Times.column(now), one.id()}));
        database.batch(
                "update archive_account set is_open = ?, " + (open ? "opened" : "closed") + " = ? where id = ?", rows);
    }

    /** Keeps that accounts were opened or closed. */
    void note(String organisation, List<Turn> turns) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Turn turn : turns) {
            rows.add(new @Nullable Object[] {
                organisation,
                turn.account(),
                Times.column(turn.at()),
                turn.opened(),
                turn.who(),
                turn.how().key(),
                turn.reason(),
                turn.batch()
            });
        }
        database.batch(
                "insert into archive_account_turn (organisation, account, at, opened, who, how, reason, batch)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static final String TURNS =
            "select t.*, a.address from archive_account_turn t join archive_account a on a.id = t.account";

    /** The turns of an account, the newest first. */
    List<Turn> turnsOf(String account, int limit) {
        return database.jdbc()
                .sql(TURNS + " where t.account = ? order by t.id desc limit ?")
                .param(account)
                .param(limit)
                .query((row, _) -> turn(row))
                .list();
    }

    /** All turns, the newest first, from behind that one. */
    List<Turn> turns(String organisation, long before, int limit) {
        return database.jdbc()
                .sql(TURNS + " where t.organisation = ? and t.id < ? order by t.id desc limit ?")
                .param(organisation)
                .param(before)
                .param(limit)
                .query((row, _) -> turn(row))
                .list();
    }

    private static Turn turn(ResultSet row) throws SQLException {
        return new Turn(
                row.getLong("id"),
                row.getString("account"),
                row.getString("address"),
                Times.read(row, "at"),
                row.getBoolean("opened"),
                row.getString("who"),
                How.of(row.getString("how")),
                row.getString("reason"),
                row.getString("batch"));
    }

    /** How many accounts opened by themselves since then. */
    int openedByThemselves(String organisation, Instant since) {
        return database.jdbc()
                .sql("select count(distinct account) from archive_account_turn"
                        + " where organisation = ? and opened and how = 'automatic' and at >= ?")
                .param(organisation)
                .param(Times.column(since))
                .query(Integer.class)
                .single();
    }
}
