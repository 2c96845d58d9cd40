package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.accounts.AccountList;
import org.muniment.server.accounts.ArchiveAccount;
import org.muniment.server.directory.DepartmentTree;

/**
 * An archive account as the API shows it.
 *
 * @param name of its person; empty if it is not known
 * @param departments where its person is
 * @param status {@code open} or {@code not_open}
 * @param directory what the directory says: {@code active}, {@code disabled}, {@code left} or {@code unknown}
 */
record ArchiveAccountView(
        String id,
        String address,
        String name,
        List<Place> departments,
        String status,
        String directory,
        Instant known,
        @Nullable Instant opened,
        @Nullable Instant closed) {

    /** A department with its names from the top. */
    record Place(String id, List<String> path) {}

    static ArchiveAccountView of(AccountList.Listed listed, DepartmentTree tree) {
        ArchiveAccount account = listed.account();
        return new ArchiveAccountView(
                account.id(),
                account.address(),
                listed.name(),
                listed.departments().stream()
                        .map(department -> new Place(department, tree.path(department)))
                        .toList(),
                account.isOpen() ? "open" : "not_open",
                listed.inDirectory().key(),
                account.known(),
                account.opened(),
                account.closed());
    }
}
