package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The departments of a server, named by their paths as people write them: {@code Sales/North}. */
final class Departments {
    static final String TOP = "top";

    private final Map<String, Json> byPath = new LinkedHashMap<>();

    static Departments of(Server server) throws IOException {
        var departments = new Departments();
        List<Json> all =
                new ArrayList<>(server.get("/departments").json().get("data").list());
        all.sort((a, b) -> path(a).compareTo(path(b)));
        all.forEach(one -> departments.byPath.put(path(one), one));
        return departments;
    }

    static String path(Json department) {
        return department.get("path").list().stream().map(Json::text).collect(Collectors.joining("/"));
    }

    /** All, by path. */
    List<Json> all() {
        return List.copyOf(byPath.values());
    }

    /** The id of a department that is named by its path or by its id. */
    String id(String named) throws CliException {
        Json found = byPath.get(named);
        if (found != null) {
            return found.get("id").text();
        }
        for (Json one : byPath.values()) {
            if (one.get("id").text().equals(named)) {
                return named;
            }
        }
        throw new CliException(
                ExitCode.NOT_FOUND,
                "There is no department " + Plain.line(named) + ". ./muniment dept list shows them all.");
    }
}
