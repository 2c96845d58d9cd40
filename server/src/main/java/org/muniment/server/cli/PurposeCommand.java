package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says why whoever is signed in reads, where her organisation wants to know before it shows mail. */
@Command(
        name = "purpose",
        description = "Says why you read, for all that this sign-in does; it is kept in the archive log.")
final class PurposeCommand implements Action {

    @Mixin
    private Purpose purpose = new Purpose();

    @Override
    public int run(Cli cli) throws IOException {
        if (!purpose.isGiven()) {
            throw CliException.usage("Give --reason, --case, or both.");
        }
        try (Server server = cli.asPerson()) {
            server.put("/me/purpose", purpose.json()).bytes();
            cli.terminal().out().println("Noted for this sign-in.");
            return ExitCode.OK;
        }
    }
}
