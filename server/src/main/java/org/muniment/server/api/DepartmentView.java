package org.muniment.server.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.directory.Department;
import org.muniment.server.directory.DepartmentCounts;
import org.muniment.server.directory.DepartmentTree;

/**
 * A department as the API shows it.
 *
 * @param path its names from the top, its own last
 * @param departments how many open ones lie directly below
 * @param accounts how many are in it
 * @param accountsWithin how many are in it or below, each once
 */
record DepartmentView(
        String id,
        String name,
        @Nullable String parent,
        List<String> path,
        long departments,
        int accounts,
        int accountsWithin,
        @Nullable Instant closed) {

    static DepartmentView of(Department one, DepartmentTree tree, DepartmentCounts counts) {
        return new DepartmentView(
                one.id(),
                one.name(),
                one.parent(),
                tree.path(one.id()),
                tree.children(one.id()).stream().filter(Department::isOpen).count(),
                counts.direct(one.id()),
                counts.within(one.id()),
                one.closed());
    }
}
