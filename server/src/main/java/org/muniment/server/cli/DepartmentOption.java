package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which department is meant, and whether what lies below it is: the same for every list and act. */
final class DepartmentOption {
    @Option(names = "--dept", paramLabel = "NAME", description = "A department, such as Finance or Sales/North.")
    private @Nullable String name;

    @Option(names = "--sub", description = "And all below it.")
    private boolean below;

    /**
     * Whether a department is named.
     *
     * @throws CliException if all below is wanted, and below what is not said
     */
    boolean isNamed() throws CliException {
        if (below && name == null) {
            throw CliException.usage("--sub goes with --dept: name the department.");
        }
        return name != null;
    }

    /** The id; only if one is named. */
    String id(Server server) throws IOException {
        return Departments.of(server).id(String.valueOf(name));
    }

    boolean isWithAllBelow() {
        return below;
    }

    /** As parameters of a list; empty if none is named. */
    String parameters(Server server) throws IOException {
        return isNamed() ? "&department=" + Server.encoded(id(server)) + "&subdepartments=" + below : "";
    }
}
