package org.muniment.server.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All departments of an organisation at one moment. Immutable. */
public final class DepartmentTree {
    /** How many departments may lie above one another. */
    public static final int DEEPEST = 16;

    /** How many an organisation may have. */
    public static final int MOST = 20_000;

    private static final String TOP = "";
    private final Map<String, Department> byId = new LinkedHashMap<>();
    private final Map<String, List<Department>> below = new HashMap<>();

    /** The open ones below each, by the keys of their names. */
    private final Map<String, Map<String, Department>> open = new HashMap<>();

    private DepartmentTree() {}

    static DepartmentTree of(Collection<Department> departments) {
        var tree = new DepartmentTree();
        Map<String, String> keys = new HashMap<>();
        for (Department one : departments) {
            tree.byId.put(one.id(), one);
            keys.put(one.id(), MemberNames.key(one.name()));
            tree.below
                    .computeIfAbsent(key(one.parent()), _ -> new ArrayList<>())
                    .add(one);
        }
        Comparator<Department> byName =
                Comparator.comparing((Department one) -> Objects.requireNonNull(keys.get(one.id())));
        tree.below.forEach((parent, children) -> {
            children.sort(byName.thenComparing(Department::id));
            Map<String, Department> named = new HashMap<>();
            children.stream()
                    .filter(Department::isOpen)
                    .forEach(one -> named.putIfAbsent(Objects.requireNonNull(keys.get(one.id())), one));
            tree.open.put(parent, named);
        });
        return tree;
    }

    private static String key(@Nullable String parent) {
        return parent == null ? TOP : parent;
    }

    /** The department of that id. */
    public Optional<Department> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All of them, closed ones too. */
    public Collection<Department> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Those directly below, by name; {@code null} asks for the top. */
    public List<Department> children(@Nullable String parent) {
        return Collections.unmodifiableList(below.getOrDefault(key(parent), List.of()));
    }

    /** The open one of that name directly below, however the name is written. */
    public Optional<Department> child(@Nullable String parent, String name) {
        return Optional.ofNullable(open.getOrDefault(key(parent), Map.of()).get(MemberNames.key(name)));
    }

    /** The open one that lies at the end of these names, from the top. */
    public Optional<Department> at(List<String> path) {
        Optional<Department> found = Optional.empty();
        for (String name : path) {
            found = child(found.map(Department::id).orElse(null), name);
            if (found.isEmpty()) {
                return found;
            }
        }
        return found;
    }

    /** Its names from the top, its own last; empty if there is none of that id. */
    public List<String> path(String id) {
        Deque<String> names = new ArrayDeque<>();
        for (Department one = byId.get(id); one != null; one = parent(one)) {
            names.addFirst(one.name());
        }
        return List.copyOf(names);
    }

    /** The same as people write it: {@code Sales/North}. */
    public String pathText(String id) {
        return String.join("/", path(id));
    }

    private @Nullable Department parent(Department one) {
        return one.parent() == null ? null : byId.get(one.parent());
    }

    /** It and all above it, from itself to the top. */
    public List<String> upwards(String id) {
        List<String> ids = new ArrayList<>();
        for (Department one = byId.get(id); one != null; one = parent(one)) {
            ids.add(one.id());
        }
        return ids;
    }

    /** It and all below it, closed ones too; empty if there is none of that id. */
    public Set<String> withSubdepartments(String id) {
        Set<String> found = new LinkedHashSet<>();
        if (byId.containsKey(id)) {
            collect(id, found);
        }
        return found;
    }

    private void collect(String id, Set<String> found) {
        found.add(id);
        children(id).forEach(child -> collect(child.id(), found));
    }

    /** How many lie above one another from it downwards, itself included. */
    int height(String id) {
        return 1
                + children(id).stream()
                        .mapToInt(child -> height(child.id()))
                        .max()
                        .orElse(0);
    }

    /** How many lie above one another from the top to it, itself included; 0 for the top itself. */
    int depth(@Nullable String id) {
        return id == null ? 0 : upwards(id).size();
    }
}
