package org.muniment.server.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** Ends the sign-in, on the server and here. */
@Command(name = "logout", description = "Ends the sign-in.")
final class LogoutCommand implements Action {

    @Override
    public int run(Cli cli) throws IOException {
        Credentials credentials = new Credentials(cli.terminal());
        if (!credentials.present()) {
            cli.terminal().say("Nobody is signed in.");
            return ExitCode.OK;
        }
        try (Server server = cli.asPerson()) {
            server.delete("/sessions/current").bytes();
        } catch (CliException e) {
            if (e.exitCode() != ExitCode.NOT_ALLOWED) {
                throw e;
            }
            // The server has ended it already, or it belongs to another server.
        }
        credentials.forget();
        cli.terminal().say("Signed out.");
        return ExitCode.OK;
    }
}
