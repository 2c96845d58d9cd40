package org.muniment.server.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands that {@code ./muniment} runs itself, before there is a command line: told of, so that help knows them. */
final class LauncherCommands {
    private static final Map<String, String> ALL = all();

    private LauncherCommands() {}

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("run", "Runs the server; Ctrl-C or SIGTERM stops it.");
        all.put("demo", "Runs it with an example organisation, until it is stopped.");
        all.put("test", "Runs all tests that stand alone (see CONTRIBUTING.md).");
        all.put("bench", "Measures.");
        return all;
    }

    /** What one is for; {@code null} if there is none of that name. */
    @Nullable
    static String line(String name) {
        return ALL.get(name);
    }

    /** All of them, as they stand below the help of everything else. */
    static String[] footer() {
        List<String> lines = new ArrayList<>(List.of("Of ./muniment itself:"));
        ALL.forEach((name, line) -> lines.add("  " + name + " ".repeat(15 - name.length()) + line));
        return lines.toArray(String[]::new);
    }
}
