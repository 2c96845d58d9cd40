package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** The search index. */
@Command(name = "index", description = "Looks after the search index.", subcommands = IndexCommand.Rebuild.class)
final class IndexCommand {

    /** Throws the index away and builds it from the store. */
    @Command(name = "rebuild", description = "Builds the search index again from the store, while everything goes on.")
    static final class Rebuild implements Action {

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asAnyone()) {
                server.post("/index:rebuild", new JsonText()).bytes();
                cli.terminal().out().println("The index is being rebuilt; ./muniment status shows how far it is.");
                return ExitCode.OK;
            }
        }
    }
}
