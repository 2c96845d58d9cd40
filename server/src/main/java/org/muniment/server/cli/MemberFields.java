package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is said of an account of the directory beside its address. */
final class MemberFields {
    @Option(names = "--name", paramLabel = "NAME", description = "What the person is called.")
    private @Nullable String name;

    @Option(
            names = "--alias",
            paramLabel = "ADDRESS",
            description = "A further address; repeat the option for more, none for no other.")
    private @Nullable List<String> aliases;

    @Option(
            names = "--dept",
            paramLabel = "PATH",
            description = "A department, such as Sales/North; repeat the option for more, none for no department.")
    private @Nullable List<String> departments;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "active, disabled, or deleted for who has left. Nobody is ever removed.")
    private @Nullable String state;

    boolean areGiven() {
        return name != null || aliases != null || departments != null || state != null;
    }

    /** Puts what is given into a request. */
    void putInto(JsonText body, Server server) throws IOException {
        body.put("name", name).put("state", state);
        if (aliases != null) {
            body.put("aliases", None.list("--alias", aliases));
        }
        if (departments != null) {
            Departments known = Departments.of(server);
            List<String> ids = new ArrayList<>();
            for (String path : None.list("--dept", departments)) {
                ids.add(known.id(path));
            }
            body.put("departments", ids);
        }
    }
}
