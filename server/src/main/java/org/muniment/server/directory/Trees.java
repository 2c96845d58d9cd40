package org.muniment.server.directory;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.muniment.server.database.Database;
import org.muniment.server.database.Times;

/** The trees of departments, kept in memory until something of the organisation's directory changes. Thread-safe. */
final class Trees {

    /** A tree and its counts; the counts only when somebody asked for them. */
    private static final class Known {
        private final long generation;
        private @Nullable DepartmentTree tree;
        private @Nullable DepartmentCounts counts;
        private SoftReference<AddressBook> book = new SoftReference<>(null);

        Known(long generation) {
            this.generation = generation;
        }
    }

    private final Database database;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Trees(Database database) {
        this.database = database;
    }

    /** What is read from here on is read anew; readers of before cannot put back what they had read. */
    void forget(String organisation) {
        known.compute(organisation, (_, before) -> new Known(before == null ? 1 : before.generation + 1));
    }

    private Known known(String organisation) {
        return known.computeIfAbsent(organisation, _ -> new Known(0));
    }

    DepartmentTree tree(String organisation) {
        Known now = known(organisation);
        synchronized (now) {
            if (now.tree == null) {
                now.tree = read(organisation);
            }
            return now.tree;
        }
    }

    DepartmentCounts counts(String organisation) {
        Known now = known(organisation);
        synchronized (now) {
            if (now.counts == null) {
                now.counts = counted(organisation, tree(organisation));
            }
            return now.counts;
        }
    }

    /** Names and addresses, for as long as there is memory for them. */
    AddressBook book(String organisation) {
        Known now = known(organisation);
        synchronized (now) {
            AddressBook book = now.book.get();
            if (book == null) {
                book = AddressBook.read(database, organisation);
                now.book = new SoftReference<>(book);
            }
            return book;
        }
    }

    private DepartmentTree read(String organisation) {
        return DepartmentTree.of(database.jdbc()
                .sql("select * from department where organisation = ?")
                .param(organisation)
                .query((row, _) -> new Department(
                        row.getString("id"),
                        row.getString("parent"),
                        row.getString("name"),
                        Times.read(row, "created"),
                        Times.readNullable(row, "closed")))
                .list());
    }

    private DepartmentCounts counted(String organisation, DepartmentTree tree) {
        var counts = new DepartmentCounts(tree);
        var ofOne = new Object() {
            private String account = "";
            private final List<String> departments = new ArrayList<>();

            void end() {
                counts.count(departments);
                departments.clear();
            }
        };
        database.jdbc()
                .sql("select account, department from directory_membership"
                        + " where organisation = ? and ended is null order by account")
                .param(organisation)
                .query(row -> {
                    String account = Objects.requireNonNull(row.getString("account"));
                    if (!account.equals(ofOne.account)) {
                        ofOne.end();
                        ofOne.account = account;
                    }
                    ofOne.departments.add(row.getString("department"));
                });
        ofOne.end();
        return counts;
    }
}
