package org.muniment.server.api;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.directory.Department;
import org.muniment.server.directory.DepartmentChanges;
import org.muniment.server.directory.DepartmentCounts;
import org.muniment.server.directory.DepartmentTree;
import org.muniment.server.directory.Members;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the tree of departments, level by level, and changes it. */
@RestController
@RequestMapping("/api/v1/departments")
final class DepartmentController {
    private static final String TOP = "top";
    private static final int MOST_FOUND = 200;

    private final OpenArchives archives;
    private final Members members;
    private final DepartmentChanges changes;

    DepartmentController(OpenArchives archives, Members members, DepartmentChanges changes) {
        this.archives = archives;
        this.members = members;
        this.changes = changes;
    }

    record Departments(List<DepartmentView> data) {}

    record Addition(@Nullable String name, @Nullable String parent) {}

    record Change(@Nullable String name, @Nullable String parent) {}

    record Merging(@Nullable String into) {}

    @GetMapping
    Departments departments(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Boolean closed,
            @AuthenticationPrincipal Caller caller) {
        String organisation = organisation(caller);
        DepartmentTree tree = members.tree(organisation);
        DepartmentCounts counts = members.counts(organisation);
        Collection<Department> shown = text != null
                ? named(tree, text)
                : parent == null ? tree.all() : tree.children(parent.equals(TOP) ? null : known(tree, parent));
        return new Departments(shown.stream()
                .filter(one -> one.isOpen() || Boolean.TRUE.equals(closed))
                .map(one -> DepartmentView.of(one, tree, counts))
                .toList());
    }

    private static List<Department> named(DepartmentTree tree, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return tree.all().stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST_FOUND)
                .toList();
    }

    private static String known(DepartmentTree tree, String id) {
        return tree.find(id)
                .map(Department::id)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, Message.of("members.no-department", Ids.shown(id)))
                        .exception());
    }

    private String organisation(Caller caller) {
        return caller.own(archives).organisation().id();
    }

    @GetMapping("/{id}")
    DepartmentView one(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        return view(organisation(caller), id);
    }

    private DepartmentView view(String organisation, String id) {
        DepartmentTree tree = members.tree(organisation);
        Department one = tree.find(known(tree, id)).orElseThrow();
        return DepartmentView.of(one, tree, members.counts(organisation));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DepartmentView add(@RequestBody Addition addition, @AuthenticationPrincipal Caller caller) throws IOException {
        String organisation = organisation(caller);
        String name = Required.value("/name", addition.name());
        String parent = TOP.equals(addition.parent()) ? null : addition.parent();
        return view(
                organisation,
                changes.add(organisation, caller.actor(), parent, name).id());
    }

    @PatchMapping("/{id}")
    DepartmentView change(@PathVariable String id, @RequestBody Change change, @AuthenticationPrincipal Caller caller)
            throws IOException {
        String organisation = organisation(caller);
        String parent = TOP.equals(change.parent()) ? "" : change.parent();
        return view(
                organisation,
                changes.change(organisation, caller.actor(), id, change.name(), parent)
                        .id());
    }

    @PostMapping("/{id}:merge")
    DepartmentView merge(@PathVariable String id, @RequestBody Merging merging, @AuthenticationPrincipal Caller caller)
            throws IOException {
        String organisation = organisation(caller);
        String into = Required.value("/into", merging.into());
        return view(
                organisation,
                changes.merge(organisation, caller.actor(), id, into).id());
    }
}
