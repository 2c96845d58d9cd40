package org.muniment.server.directory;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;

/** Writes rows of the directory. Everything happens within the caller's transaction, and was checked by the caller. */
final class MemberRows {
    /** An array that is a parameter has a bound of its own: 65,536 in H2. */
    private static final int AT_ONCE = 10_000;

    private final Database database;

    MemberRows(Database database) {
        this.database = database;
    }

    void add(String organisation, Department department) {
        database.jdbc()
                .sql("insert into department (id, organisation, parent, name, created) values (?, ?, ?, ?, ?)")
                .param(department.id())
                .param(organisation)
                .param(department.parent())
                .param(department.name())
                .param(Times.column(department.created()))
                .update();
    }

    void change(Department department) {
        database.jdbc()
                .sql("update department set parent = ?, name = ?, closed = ? where id = ?")
                .param(department.parent())
                .param(department.name())
                .param(department.closed() == null ? null : Times.column(department.closed()))
                .param(department.id())
                .update();
    }

    /** Puts everything that lies directly below one department below another one. */
    void moveChildren(String from, String into) {
        database.jdbc()
                .sql("update department set parent = ? where parent = ?")
                .param(into)
                .param(from)
                .update();
    }

    /** Whoever is in one department is in another one from now on, once. */
    int moveMembers(String organisation, String from, String into, Instant now) {
        database.jdbc()
                .sql("insert into directory_membership (organisation, account, department, since)"
                        + " select organisation, account, cast(? as varchar(40)), cast(? as timestamp(6) with time zone)"
                        + " from directory_membership m where organisation = ? and department = ? and ended is null"
                        + " and not exists (select 1 from directory_membership there where there.account = m.account"
                        + " and there.department = ? and there.ended is null)")
                .param(into)
                .param(Times.column(now))
                .param(organisation)
                .param(from)
                .param(into)
                .update();
        return database.jdbc()
                .sql("update directory_membership set ended = ? where organisation = ? and department = ?"
                        + " and ended is null")
                .param(Times.column(now))
                .param(organisation)
                .param(from)
                .update();
    }

    /** Adds accounts, with their addresses and departments. */
    void add(String organisation, List<Account> accounts, @Nullable Instant since) {
        database.batch(
                "insert into directory_account (id, organisation, address, name, name_key, state, state_since, source,"
                        + " external_key, created) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                accounts.stream().map(one -> account(organisation, one)));
        Set<String> used = usedBefore(organisation, accounts.stream().flatMap(one -> addresses(one).stream()));
        insertAddresses(accounts.stream().flatMap(one -> {
            List<String> all = addresses(one);
            return IntStream.range(0, all.size())
                    .mapToObj(place -> address(
                            organisation,
                            one.id(),
                            all.get(place),
                            place,
                            used.contains(all.get(place)) ? one.created() : null));
        }));
        insertMemberships(accounts.stream()
                .flatMap(one ->
                        one.departments().stream().map(there -> membership(organisation, one.id(), there, since))));
    }

    private static @Nullable Object[] account(String organisation, Account one) {
        return new @Nullable Object[] {
            one.id(),
            organisation,
            one.address(),
            one.name(),
            MemberNames.key(one.name()),
            one.state().key(),
            Times.column(one.stateSince()),
            one.source().key(),
            one.externalKey(),
            Times.column(one.created())
        };
    }

    /**
     * Those that belonged to an account before. What never did belongs to its first one from the beginning of time: that
     * it was noted late says nothing about the mail of before.
     */
    private Set<String> usedBefore(String organisation, Stream<String> addresses) {
        Set<String> used = new HashSet<>();
        addresses
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> used.addAll(database.jdbc()
                        .sql("select distinct d.address from " + Database.OF_TEXTS + " wanted(address)"
                                + " join directory_address d on d.organisation = ? and d.address = wanted.address")
                        .param(some.toArray(String[]::new))
                        .param(organisation)
                        .query(String.class)
                        .list()));
        return used;
    }

    /** The primary one first, each once. */
    private static List<String> addresses(Account account) {
        Set<String> all = new LinkedHashSet<>();
        all.add(account.address());
        all.addAll(account.aliases());
        return List.copyOf(all);
    }

    private static @Nullable Object[] address(
            String organisation, String account, String address, int place, @Nullable Instant since) {
        return new @Nullable Object[] {organisation, account, address, place, since == null ? null : Times.column(since)
        };
    }

    private static @Nullable Object[] membership(
            String organisation, String account, String department, @Nullable Instant since) {
        return new @Nullable Object[] {organisation, account, department, since == null ? null : Times.column(since)};
    }

    private void insertAddresses(Stream<@Nullable Object[]> rows) {
        database.batch(
                "insert into directory_address (organisation, account, address, place, since, live)"
                        + " values (?, ?, ?, ?, ?, true)",
                rows);
    }

    private void insertMemberships(Stream<@Nullable Object[]> rows) {
        database.batch(
                "insert into directory_membership (organisation, account, department, since) values (?, ?, ?, ?)",
                rows);
    }

    /** An account as it was, and as it is from now on. */
    record Changed(Account before, Account after) {

        /** Addresses that it had not. */
        private List<String> begun() {
            List<String> there = addresses(before);
            return addresses(after).stream()
                    .filter(address -> !there.contains(address))
                    .toList();
        }
    }

    /**
     * Changes accounts. What ends, ends now, and what begins, begins now; all that ends is written before anything that
     * begins, so that an address can go from one account to another.
     */
    void change(String organisation, List<Changed> changes, Instant now) {
        endAddresses(changes, now);
        endMemberships(changes, now);
        writeAccounts(changes);
        Set<String> used = usedBefore(organisation, changes.stream().flatMap(one -> one.begun().stream()));
        insertAddresses(changes.stream().flatMap(one -> {
            List<String> after = addresses(one.after());
            return one.begun().stream()
                    .map(address -> address(
                            organisation,
                            one.after().id(),
                            address,
                            after.indexOf(address),
                            used.contains(address) ? now : null));
        }));
        insertMemberships(changes.stream().flatMap(one -> {
            List<String> there = openDepartments(one.before());
            return openDepartments(one.after()).stream()
                    .filter(department -> !there.contains(department))
                    .map(department -> membership(organisation, one.after().id(), department, now));
        }));
        placeAddresses(changes);
    }

    /** Where an account is now; one that has left is nowhere. */
    private static List<String> openDepartments(Account account) {
        return account.state() == AccountState.DELETED ? List.of() : account.departments();
    }

    private void endAddresses(List<Changed> changes, Instant now) {
        database.batch(
                "update directory_address set ended = ?, live = null where account = ? and address = ? and live = true",
                changes.stream().flatMap(one -> {
                    List<String> after = addresses(one.after());
                    return addresses(one.before()).stream()
                            .filter(address -> !after.contains(address))
                            .map(address -> new @Nullable Object[] {
                                Times.column(now), one.after().id(), address
                            });
                }));
    }

    private void endMemberships(List<Changed> changes, Instant now) {
        database.batch(
                "update directory_membership set ended = ? where account = ? and department = ? and ended is null",
                changes.stream().flatMap(one -> {
                    List<String> after = openDepartments(one.after());
                    return openDepartments(one.before()).stream()
                            .filter(department -> !after.contains(department))
                            .map(department -> new @Nullable Object[] {
                                Times.column(now), one.after().id(), department
                            });
                }));
    }

    private void writeAccounts(List<Changed> changes) {
        // Two accounts may exchange addresses: first each gets one that nobody has.
        database.batch(
                "update directory_account set address = ? where id = ?",
                changes.stream()
                        .filter(one ->
                                !one.after().address().equals(one.before().address()))
                        .map(one -> new @Nullable Object[] {
                            "@" + one.after().id(), one.after().id()
                        }));
        database.batch(
                "update directory_account set address = ?, name = ?, name_key = ?, state = ?, state_since = ?,"
                        + " source = ?, external_key = ? where id = ?",
                changes.stream().map(Changed::after).map(after -> new @Nullable Object[] {
                    after.address(),
                    after.name(),
                    MemberNames.key(after.name()),
                    after.state().key(),
                    Times.column(after.stateSince()),
                    after.source().key(),
                    after.externalKey(),
                    after.id()
                }));
    }

    /** Which address is the primary one, and the order of the others. */
    private void placeAddresses(List<Changed> changes) {
        database.batch(
                "update directory_address set place = ? where account = ? and address = ? and live = true",
                changes.stream()
                        .filter(one -> !addresses(one.after()).equals(addresses(one.before())))
                        .flatMap(one -> {
                            List<String> after = addresses(one.after());
                            return IntStream.range(0, after.size()).mapToObj(place ->
                                    new @Nullable Object[] {place, one.after().id(), after.get(place)});
                        }));
    }
}
