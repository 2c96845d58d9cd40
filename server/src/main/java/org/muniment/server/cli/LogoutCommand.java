package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** Ends the sign-in that {@code login} kept, on its server and here. */
@Command(name = "logout", description = "Ends the sign-in that login kept.")
final class LogoutCommand implements Action {

    @Override
    public int run(Cli cli) throws IOException {
        Credentials credentials = new Credentials(cli.terminal());
        if (credentials.givenByEnvironment()) {
            throw CliException.usage(
                    "MUNIMENT_TOKEN is set, and logout ends the sign-in that login kept: unset it first. What it holds is"
                            + " ended with ./muniment session end ID, or with ./muniment token revoke ID.");
        }
        if (!credentials.kept()) {
            cli.terminal().say("Nobody is signed in.");
            return ExitCode.OK;
        }
        try (Server server = cli.asPerson()) {
            server.delete("/sessions/current").bytes();
        } catch (Refusal e) {
            if (!e.code().equals("not-authenticated")) {
                throw e;
            }
            // The server has ended it already.
        }
        credentials.forget();
        cli.terminal().say("Signed out.");
        return ExitCode.OK;
    }
}
