package org.muniment.server.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.Database;
import org.muniment.server.directory.Times;

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
                accounts.stream()
                        .map(one -> new @Nullable Object[] {
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
                        })
                        .toList());
        List<@Nullable Object[]> addresses = new ArrayList<>();
        List<@Nullable Object[]> departments = new ArrayList<>();
        Set<String> used = usedBefore(
                organisation,
                accounts.stream()
                        .flatMap(one -> addresses(one.address(), one.aliases()).stream())
                        .toList());
        for (Account one : accounts) {
            List<String> all = addresses(one.address(), one.aliases());
            for (int place = 0; place < all.size(); place++) {
                Instant from = used.contains(all.get(place)) ? one.created() : null;
                addresses.add(address(organisation, one.id(), all.get(place), place, from));
            }
            for (String department : one.departments()) {
                departments.add(membership(organisation, one.id(), department, since));
            }
        }
        insertAddresses(addresses);
        insertMemberships(departments);
    }

    /**
     * Those that belonged to an account before. What never did belongs to its first one from the beginning of time: that
     * it was noted late says nothing about the mail of before.
     */
    private Set<String> usedBefore(String organisation, List<String> addresses) {
        Set<String> used = new HashSet<>();
        for (int from = 0; from < addresses.size(); from += AT_ONCE) {
            List<String> some = addresses.subList(from, Math.min(from + AT_ONCE, addresses.size()));
            used.addAll(database.jdbc()
                    .sql("select distinct d.address from " + Database.OF_TEXTS + " wanted(address)"
                            + " join directory_address d on d.organisation = ? and d.address = wanted.address")
                    .param(some.toArray(String[]::new))
                    .param(organisation)
                    .query(String.class)
                    .list());
        }
        return used;
    }

    private static List<String> addresses(String primary, List<String> aliases) {
        Set<String> all = new LinkedHashSet<>();
        all.add(primary);
        all.addAll(aliases);
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

    private void insertAddresses(List<@Nullable Object[]> rows) {
        database.batch(
                "insert into directory_address (organisation, account, address, place, since, live)"
                        + " values (?, ?, ?, ?, ?, true)",
                rows);
    }

    private void insertMemberships(List<@Nullable Object[]> rows) {
        database.batch(
                "insert into directory_membership (organisation, account, department, since) values (?, ?, ?, ?)",
                rows);
    }

    /** An account as it was, and as it is from now on. */
    record Changed(Account before, Account after) {}

    /**
     * Changes accounts. What ends, ends now, and what begins, begins now; all that ends is written before anything that
     * begins, so that an address can go from one account to another.
     */
    void change(String organisation, List<Changed> changes, Instant now) {
        endAddresses(changes, now);
        endMemberships(changes, now);
        writeAccounts(changes);
        List<@Nullable Object[]> addresses = new ArrayList<>();
        List<@Nullable Object[]> departments = new ArrayList<>();
        Set<String> used = usedBefore(organisation, begun(changes));
        for (Changed one : changes) {
            List<String> before = addresses(one.before().address(), one.before().aliases());
            List<String> after = addresses(one.after().address(), one.after().aliases());
            for (int place = 0; place < after.size(); place++) {
                if (!before.contains(after.get(place))) {
                    Instant from = used.contains(after.get(place)) ? now : null;
                    addresses.add(address(organisation, one.after().id(), after.get(place), place, from));
                }
            }
            List<String> there = openDepartments(one.before());
            for (String department : openDepartments(one.after())) {
                if (!there.contains(department)) {
                    departments.add(membership(organisation, one.after().id(), department, now));
                }
            }
        }
        insertAddresses(addresses);
        insertMemberships(departments);
        placeAddresses(changes);
    }

    private static List<String> begun(List<Changed> changes) {
        List<String> begun = new ArrayList<>();
        for (Changed one : changes) {
            List<String> before = addresses(one.before().address(), one.before().aliases());
            addresses(one.after().address(), one.after().aliases()).stream()
                    .filter(address -> !before.contains(address))
                    .forEach(begun::add);
        }
        return begun;
    }

    /** Where an account is now; one that has left is nowhere. */
    private static List<String> openDepartments(Account account) {
        return account.state() == AccountState.DELETED ? List.of() : account.departments();
    }

    private void endAddresses(List<Changed> changes, Instant now) {
        List<@Nullable Object[]> ends = new ArrayList<>();
        for (Changed one : changes) {
            List<String> after = addresses(one.after().address(), one.after().aliases());
            for (String address : addresses(one.before().address(), one.before().aliases())) {
                if (!after.contains(address)) {
                    ends.add(new Object[] {Times.column(now), one.after().id(), address});
                }
            }
        }
        database.batch(
                "update directory_address set ended = ?, live = null where account = ? and address = ? and live = true",
                ends);
    }

    private void endMemberships(List<Changed> changes, Instant now) {
        List<@Nullable Object[]> ends = new ArrayList<>();
        for (Changed one : changes) {
            List<String> after = openDepartments(one.after());
            for (String department : openDepartments(one.before())) {
                if (!after.contains(department)) {
                    ends.add(new Object[] {Times.column(now), one.after().id(), department});
                }
            }
        }
        database.batch(
                "update directory_membership set ended = ? where account = ? and department = ? and ended is null",
                ends);
    }

    private void writeAccounts(List<Changed> changes) {
        // Two accounts may exchange addresses: first each gets one that nobody has.
        List<@Nullable Object[]> away = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Changed one : changes) {
            Account after = one.after();
            if (!after.address().equals(one.before().address())) {
                away.add(new Object[] {"@" + after.id(), after.id()});
            }
            rows.add(new @Nullable Object[] {
                after.address(),
                after.name(),
                MemberNames.key(after.name()),
                after.state().key(),
                Times.column(after.stateSince()),
                after.source().key(),
                after.externalKey(),
                after.id()
            });
        }
        database.batch("update directory_account set address = ? where id = ?", away);
        database.batch(
                "update directory_account set address = ?, name = ?, name_key = ?, state = ?, state_since = ?,"
                        + " source = ?, external_key = ? where id = ?",
                rows);
    }

    /** Which address is the primary one, and the order of the others. */
    private void placeAddresses(List<Changed> changes) {
        List<@Nullable Object[]> places = new ArrayList<>();
        for (Changed one : changes) {
            List<String> after = addresses(one.after().address(), one.after().aliases());
            if (!after.equals(addresses(one.before().address(), one.before().aliases()))) {
                for (int place = 0; place < after.size(); place++) {
                    places.add(new Object[] {place, one.after().id(), after.get(place)});
                }
            }
        }
        database.batch(
                "update directory_address set place = ? where account = ? and address = ? and live = true", places);
    }
}
