package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.muniment.server.directory.Account;
import org.muniment.server.directory.DepartmentTree;

/**
 * An account of the directory as the API shows it.
 *
 * @param departments where it is, of one that has left where it was last
 */
record AccountView(
        String id,
        String address,
        String name,
        List<String> aliases,
        List<Place> departments,
        String state,
        Instant stateSince,
        String source,
        Instant created) {

    /** A department with its names from the top. */
    record Place(String id, List<String> path) {
        static Place of(String id, DepartmentTree tree) {
            return new Place(id, tree.path(id));
        }
    }

    static AccountView of(Account account, DepartmentTree tree) {
        return new AccountView(
                account.id(),
                account.address(),
                account.name(),
                account.aliases(),
                account.departments().stream().map(id -> Place.of(id, tree)).toList(),
                account.state().key(),
                account.stateSince(),
                account.source().key(),
                account.created());
    }
}
