package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says why whoever is signed in reads, where her organisation wants to know before it shows mail. */
@Command(
        name = "purpose",
        description = "Says why you read, for all that this sign-in does; it is kept in the archive log.")
final class PurposeCommand implements Action {

    @Option(names = "--reason", paramLabel = "TEXT", description = "In your words.")
    private @Nullable String reason;

    @Option(names = "--case", paramLabel = "ID", description = "The case that it is for.")
    private @Nullable String matter;

    @Override
    public int run(Cli cli) throws IOException {
        if (reason == null && matter == null) {
            throw CliException.usage("Give --reason, --case, or both.");
        }
        try (Server server = cli.asPerson()) {
            server.put("/me/purpose", new JsonText().put("reason", reason).put("case", matter))
                    .bytes();
            cli.terminal().out().println("Noted for this sign-in.");
            return ExitCode.OK;
        }
    }
}
