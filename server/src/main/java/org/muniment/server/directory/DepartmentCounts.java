package org.muniment.server.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many accounts are in each department now; those that have left count nowhere. Immutable once it is counted. */
public final class DepartmentCounts {
    private final DepartmentTree tree;
    private final Map<String, Integer> direct = new HashMap<>();
    private final Map<String, Integer> within = new HashMap<>();

    DepartmentCounts(DepartmentTree tree) {
        this.tree = tree;
    }

    /** Counts an account that is in these departments. */
    void count(List<String> departments) {
        Set<String> above = new HashSet<>();
        for (String department : departments) {
            direct.merge(department, 1, Integer::sum);
            above.addAll(tree.upwards(department));
        }
        above.forEach(department -> within.merge(department, 1, Integer::sum));
    }

    /** In the department itself. */
    public int direct(String department) {
        return direct.getOrDefault(department, 0);
    }

    /** In it or in one below it, each account once. */
    public int within(String department) {
        return within.getOrDefault(department, 0);
    }
}
