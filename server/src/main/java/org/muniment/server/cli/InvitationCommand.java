package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What somebody does who was appointed and has never signed in. */
@Command(
        name = "invitation",
        description = "For who was appointed: sets the first password.",
        subcommands = InvitationCommand.Accept.class)
final class InvitationCommand {

    /** Sets the password of whoever was invited. */
    @Command(name = "accept", description = "Sets your own password by the invitation that you were handed.")
    static final class Accept implements Action {

        @Option(
                names = "--code-file",
                paramLabel = "FILE",
                description = "Its first line is the invitation, or the link to it; - for standard input. Else you are"
                        + " asked.")
        private @Nullable String codeFile;

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description =
                        "Holds a line \"address password\", the new one; - for standard input. Else you are asked.")
        private @Nullable String passwordFile;

        @Override
        public int run(Cli cli) throws IOException {
            if ("-".equals(codeFile) && "-".equals(passwordFile)) {
                throw CliException.usage("Only one of --code-file and --password-file can be standard input.");
            }
            Secrets secrets = new Secrets(cli.terminal());
            String code = secrets.invitation(codeFile);
            try (Server server = cli.asNobody()) {
                Json invited = server.post("/invitations/check", new JsonText().put("code", code))
                        .json();
                String address = invited.get("address").text();
                cli.terminal()
                        .say("This invitation is for " + address + " at "
                                + invited.get("organisation").text() + ".");
                String password = secrets.fresh(address, passwordFile, "--password-file");
                server.post(
                                "/invitations/accept",
                                new JsonText().put("code", code).put("password", password))
                        .bytes();
                cli.terminal().say("The password is set. Sign in: ./muniment login --as " + address);
                return ExitCode.OK;
            }
        }
    }

    private InvitationCommand() {}
}
