package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The departments of a server, named by their paths as people write them: {@code Sales/North}. */
final class Departments {
    static final String TOP = "top";

    private final Map<String, Json> byPath = new LinkedHashMap<>();

    static Departments of(Server server) throws IOException {
        return of(server.get("/departments").json());
    }

    /** Those of an answer that lists them all. */
    static Departments of(Json answer) {
        var departments = new Departments();
        List<Json> all = new ArrayList<>(answer.get("data").list());
        all.sort((a, b) -> path(a).compareTo(path(b)));
        all.forEach(one -> departments.byPath.put(path(one), one));
        return departments;
    }

    static String path(Json department) {
        return department.get("path").joined("/");
    }

    /** Those of a list of departments, one after the other. */
    static String paths(Json departments) {
        return departments.list().stream().map(Departments::path).collect(Collectors.joining("; "));
    }

    /** All, by path. */
    List<Json> all() {
        return List.copyOf(byPath.values());
    }

    /**
     * The id of a department that is named by its path, by its id, or, in any case of letters, by its name alone where
     * only one is called so.
     */
    String id(String named) throws CliException {
        Optional<String> exactly = exactly(named);
        if (exactly.isPresent()) {
            return exactly.get();
        }
        List<Json> called = byPath.values().stream()
                .filter(one -> one.get("name").text().equalsIgnoreCase(named)
                        || path(one).equalsIgnoreCase(named))
                .toList();
        if (called.size() > 1) {
            throw CliException.usage("Several departments are called " + Plain.line(named) + ": "
                    + Plain.line(called.stream().map(Departments::path).collect(Collectors.joining(", ")))
                    + ". Name one of these.");
        }
        if (called.isEmpty()) {
            throw missing(named);
        }
        return called.getFirst().get("id").text();
    }

    /** The id of a department that is named by its path from the top, or by its id. */
    String idOfPath(String path) throws CliException {
        return exactly(path).orElseThrow(() -> missing(path));
    }

    private Optional<String> exactly(String named) {
        Json found = byPath.get(named);
        return found != null
                ? Optional.of(found.get("id").text())
                : byPath.values().stream()
                        .map(one -> one.get("id").text())
                        .filter(named::equals)
                        .findFirst();
    }

    private static CliException missing(String named) {
        return new CliException(
                ExitCode.NOT_FOUND,
                "There is no department " + Plain.line(named) + ". ./muniment dept list shows them all.");
    }
}
