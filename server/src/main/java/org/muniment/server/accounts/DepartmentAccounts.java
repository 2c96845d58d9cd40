package org.muniment.server.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.muniment.server.directory.DepartmentTree;
import org.muniment.server.directory.MemberLookup;

/** Finds archive accounts by where their people are. Thread-safe. */
public final class DepartmentAccounts {
    private final DirectoryRows rows;
    private final MemberLookup lookup;

    DepartmentAccounts(DirectoryRows rows, MemberLookup lookup) {
        this.rows = rows;
        this.lookup = lookup;
    }

    /** The addresses of a department's accounts that have not left. */
    public List<String> of(String organisation, String department, boolean subdepartments) {
        return rows.members(organisation, lookup.expanded(organisation, List.of(department), subdepartments));
    }

    /** These departments that there are, with all below them if that is asked for. */
    public Set<String> expanded(String organisation, Collection<String> departments, boolean subdepartments) {
        return lookup.expanded(organisation, departments, subdepartments);
    }

    /** The tree of now. */
    public DepartmentTree tree(String organisation) {
        return lookup.tree(organisation);
    }

    /** A number that grows with each change of the directory. */
    long revision(String organisation) {
        return lookup.revision(organisation);
    }

    /** Accounts of the directory that have no archive account yet. */
    List<String> unknown(String organisation) {
        return rows.unknown(organisation);
    }

    /** Accounts as yet untouched whose person has an open one under another address, by address. */
    List<String> renamed(String organisation) {
        return rows.renamed(organisation);
    }

    /** Accounts that are to open by themselves and have not yet, by address. */
    List<String> toOpen(String organisation, OpenNew openNew) {
        return switch (openNew.scope()) {
            case NONE -> List.of();
            case EVERYBODY -> rows.fresh(organisation, openNew);
            case DEPARTMENTS ->
                rows.fresh(
                        organisation,
                        openNew,
                        lookup.expanded(organisation, openNew.departments(), openNew.subdepartments()));
        };
    }
}
