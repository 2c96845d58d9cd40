package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Switches archiving on. */
@Command(name = "enable", description = "Switches archiving on.")
final class EnableCommand implements Action {

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; it is kept in the archive log.")
    private String reason = "";

    @Override
    public int run(Cli cli) throws IOException {
        return Switching.to(true, reason, cli);
    }
}
