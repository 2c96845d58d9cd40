package org.muniment.server.directory;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Actor;
import org.muniment.server.database.Database;
import org.muniment.server.database.Ulid;
import org.muniment.server.language.Message;

/** Changes the tree of departments; ids stay, and nothing is removed. Thread-safe. */
public final class DepartmentChanges {
    private final ChangeDoor door;
    private final Members members;
    private final MemberRows rows;
    private final InstantSource clock;

    DepartmentChanges(Database database, ChangeDoor door, Members members, InstantSource clock) {
        this.door = door;
        this.members = members;
        this.rows = new MemberRows(database);
        this.clock = clock;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Adds a department.
     *
     * @param parent below which; {@code null} at the top
     */
    public Department add(String organisation, Actor actor, @Nullable String parent, String text) throws IOException {
        String name = name(text);
        return door.change(organisation, actor, () -> {
            DepartmentTree tree = members.tree(organisation);
            if (parent != null) {
                open(tree, "/parent", parent);
            }
            if (tree.all().size() >= DepartmentTree.MOST) {
                throw MemberRefusedException.conflict(Message.of("members.departments-most", DepartmentTree.MOST));
            }
            requireDepth("/parent", tree.depth(parent) + 1);
            requireFree(tree, parent, name, "");
            Instant now = now();
            var department = new Department(Ulid.next("dept", now), parent, name, now, null);
            Detail detail = Detail.of(department.id()).put("after.path", path(tree, parent, name));
            return new Change<>("directory.department_add", detail.map(), () -> {
                rows.add(organisation, department);
                return department;
            });
        });
    }

    private static String name(String text) {
        return MemberNames.department(text)
                .orElseThrow(() -> MemberRefusedException.invalid(
                        "/name", Message.of("members.department-name", MemberNames.LONGEST_DEPARTMENT)));
    }

    private static Department open(DepartmentTree tree, String pointer, String id) {
        return tree.find(id)
                .filter(Department::isOpen)
                .orElseThrow(() -> MemberRefusedException.unknown(
                        pointer, Message.of("members.no-department", MemberChecks.shown(id))));
    }

    private static void requireDepth(String pointer, int depth) {
        if (depth > DepartmentTree.DEEPEST) {
            throw MemberRefusedException.invalid(pointer, Message.of("members.too-deep", DepartmentTree.DEEPEST));
        }
    }

    private static void requireFree(DepartmentTree tree, @Nullable String parent, String name, String itself) {
        if (tree.child(parent, name).filter(one -> !one.id().equals(itself)).isPresent()) {
            throw MemberRefusedException.conflict(Message.of("members.department-taken", name));
        }
    }

    private static String path(DepartmentTree tree, @Nullable String parent, String name) {
        return parent == null ? name : tree.pathText(parent) + "/" + name;
    }

    /**
     * Renames a department, moves it with all below it, or both.
     *
     * @param text the new name; {@code null} for the old one
     * @param parent below which it shall lie: an id, empty for the top, {@code null} for where it is
     */
    public Department change(
            String organisation, Actor actor, String id, @Nullable String text, @Nullable String parent)
            throws IOException {
        String name = text == null ? null : name(text);
        return door.change(organisation, actor, () -> {
            DepartmentTree tree = members.tree(organisation);
            Department before = own(tree, id);
            String above = parent == null ? before.parent() : parent.isEmpty() ? null : parent;
            if (parent != null && above != null) {
                open(tree, "/parent", above);
                if (tree.withSubdepartments(id).contains(above)) {
                    throw MemberRefusedException.invalid("/parent", Message.of("members.cycle"));
                }
                requireDepth("/parent", tree.depth(above) + tree.height(id));
            }
            var after = new Department(id, above, name == null ? before.name() : name, before.created(), null);
            requireFree(tree, above, after.name(), id);
            Detail detail = Detail.of(id).change("path", tree.pathText(id), path(tree, above, after.name()));
            if (detail.hasNoChange()) {
                return Change.none(before);
            }
            return new Change<>("directory.department_change", detail.map(), () -> {
                rows.change(after);
                return after;
            });
        });
    }

    /** The one of that id, which must be open to be changed. */
    private static Department own(DepartmentTree tree, String id) {
        Department known = tree.find(id)
                .orElseThrow(() ->
                        MemberRefusedException.notFound(Message.of("members.no-department", MemberChecks.shown(id))));
        if (!known.isOpen()) {
            throw MemberRefusedException.conflict(Message.of("members.department-closed", known.name()));
        }
        return known;
    }

    /**
     * Merges a department into another one: whoever is in it is in the other from now on, what lay below it lies below the
     * other. It stays as a closed one below the other, so that who was in it when is still known.
     *
     * @return the other
     */
    public Department merge(String organisation, Actor actor, String id, String into) throws IOException {
        return door.change(organisation, actor, () -> {
            DepartmentTree tree = members.tree(organisation);
            Department gone = own(tree, id);
            Department target = open(tree, "/into", into);
            if (tree.withSubdepartments(id).contains(into)) {
                throw MemberRefusedException.invalid("/into", Message.of("members.cycle"));
            }
            requireDepth("/into", tree.depth(into) + Math.max(1, tree.height(id) - 1));
            for (Department child : tree.children(id)) {
                if (child.isOpen()) {
                    requireFree(tree, into, child.name(), id);
                }
            }
            Instant now = now();
            Detail detail = Detail.of(id)
                    .put("before.path", tree.pathText(id))
                    .put("after.path", tree.pathText(into))
                    .put("into", into)
                    .put("accounts", members.counts(organisation).direct(id));
            return new Change<>("directory.department_merge", detail.map(), () -> {
                rows.moveMembers(organisation, id, into, now);
                rows.moveChildren(id, into);
                rows.change(new Department(id, into, gone.name(), gone.created(), now));
                return target;
            });
        });
    }
}
