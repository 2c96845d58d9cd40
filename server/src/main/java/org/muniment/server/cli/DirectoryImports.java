package org.muniment.server.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells in one line what an import or a sync changes. */
final class DirectoryImports {
    private static final List<String> KINDS = List.of(
            "new",
            "left",
            "back",
            "disabled",
            "enabled",
            "moved",
            "readdressed",
            "renamed",
            "taken_over",
            "department");

    private DirectoryImports() {}

    static void print(Json plan, PrintStream out) {
        out.println(Plain.line(counts(plan.get("counts"))));
    }

    /** One line for each change of a page. */
    static void changes(Json page, PrintStream out) {
        page.get("data").list().forEach(change -> out.println(line(change)));
    }

    private static String line(Json change) {
        Json after = change.get("after").present() ? change.get("after") : change.get("before");
        String departments = after.get("departments").list().stream()
                .map(path -> path.joined("/"))
                .collect(Collectors.joining("; "));
        String who = after.get("address").text() + " " + after.get("name").text();
        return "  "
                + Plain.line(change.get("kind").text() + "  " + who.strip()
                        + (departments.isEmpty() ? "" : "  [" + departments + "]"));
    }

    /** {@code 12 new, 3 moved, 1 left, 4,120 unchanged}. */
    static String counts(Json counts) {
        List<String> parts = new ArrayList<>();
        for (String kind : KINDS) {
            long count = counts.get(kind).number();
            if (count > 0) {
                parts.add(
                        kind.equals("department")
                                ? Texts.count(count, "new department")
                                : Texts.count(count) + " " + kind.replace('_', ' '));
            }
        }
        parts.add(Texts.count(counts.get("unchanged").number()) + " unchanged");
        if (counts.get("skipped").number() > 0) {
            parts.add(Texts.count(counts.get("skipped").number()) + " skipped");
        }
        return String.join(", ", parts);
    }
}
