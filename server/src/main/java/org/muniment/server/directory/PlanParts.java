package org.muniment.server.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every change of a plan as the archive log keeps it, in as many entries as that takes. */
final class PlanParts {
    /** An entry names so many changes. */
    static final int CHANGES_PER_ENTRY = 500;

    /** An entry is closed behind so many characters, so that keywords find all of it. */
    private static final int CHARACTERS_PER_ENTRY = 40_000;

    /** What happened to one account is not told at greater length. */
    private static final int LONGEST = 2_000;

    private PlanParts() {}

    /** The details of the entries. */
    static List<Map<String, String>> of(Plan plan, List<PlanChange> changes) {
        List<List<String>> pieces = pieces(changes);
        List<Map<String, String>> parts = new ArrayList<>();
        for (List<String> piece : pieces) {
            parts.add(Detail.of(plan.id())
                    .put("part", (parts.size() + 1) + "/" + pieces.size())
                    .put("count", piece.size())
                    .putWhole("changes", String.join("\n", piece))
                    .map());
        }
        return parts;
    }

    private static List<List<String>> pieces(List<PlanChange> changes) {
        List<List<String>> pieces = new ArrayList<>();
        int characters = 0;
        for (PlanChange one : changes) {
            String line = line(one);
            if (pieces.isEmpty()
                    || pieces.getLast().size() == CHANGES_PER_ENTRY
                    || characters + line.length() > CHARACTERS_PER_ENTRY) {
                pieces.add(new ArrayList<>());
                characters = 0;
            }
            pieces.getLast().add(line);
            characters += line.length();
        }
        return pieces;
    }

    /** {@code moved ada@example.org: departments Sales/North -> Legal; +ada@example.net}. */
    private static String line(PlanChange one) {
        PlanChange.Look before = one.before();
        PlanChange.Look after = one.after();
        boolean isDepartment = one.kind() == PlanChange.Kind.DEPARTMENT;
        List<String> told = new ArrayList<>();
        if (!isDepartment) {
            tell(told, "address", before == null ? after.address() : before.address(), after.address());
            tell(told, "name", before == null ? "" : before.name(), after.name());
            tell(told, "departments", before == null ? "" : paths(before), paths(after));
            tellAliases(told, before == null ? List.of() : before.aliases(), after.aliases());
        }
        String line = one.kind().key() + " " + (isDepartment ? paths(after) : after.address())
                + (told.isEmpty() ? "" : ": " + String.join("; ", told));
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static void tell(List<String> told, String what, String before, String after) {
        if (!before.equals(after)) {
            told.add(what + " " + (before.isEmpty() ? after : before + " -> " + after));
        }
    }

    private static void tellAliases(List<String> told, List<String> before, List<String> after) {
        after.stream().filter(alias -> !before.contains(alias)).forEach(alias -> told.add("+" + alias));
        before.stream().filter(alias -> !after.contains(alias)).forEach(alias -> told.add("-" + alias));
    }

    private static String paths(PlanChange.Look look) {
        return look.departments().stream().map(path -> String.join("/", path)).collect(Collectors.joining(", "));
    }
}
