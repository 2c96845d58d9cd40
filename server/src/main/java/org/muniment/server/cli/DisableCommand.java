package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Switches archiving off; what is archived stays. */
@Command(name = "disable", description = "Switches archiving off; what is archived stays.")
final class DisableCommand implements Action {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it is kept in the archive log.")
    private String reason = "";

    @Override
    public int run(Cli cli) throws IOException {
        return Switching.to(false, reason, cli);
    }
}
