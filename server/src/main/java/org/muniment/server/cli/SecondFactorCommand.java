package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The second factor of whoever is signed in, for machines without a browser. */
@Command(
        name = "second-factor",
        description = "Your own second factor.",
        subcommands = {
            SecondFactorCommand.Enrol.class,
            SecondFactorCommand.Confirm.class,
            SecondFactorCommand.Codes.class,
            SecondFactorCommand.Show.class
        })
final class SecondFactorCommand {

    /** Begins to enrol an authenticator app, and ends it if there is somebody to ask for the code. */
    @Command(
            name = "enrol",
            description = "Enrols an authenticator app: prints its secret, then asks for the first code.")
    static final class Enrol implements Action {

        @Override
        public int run(Cli cli) throws IOException {
            Terminal terminal = cli.terminal();
            try (Server server = cli.asPerson()) {
                Json begun =
                        server.post("/me/second-factor/totp", new JsonText()).json();
                terminal.out()
                        .println("Secret: " + Plain.line(begun.get("secret").text()));
                terminal.out().println("Link:   " + Plain.line(begun.get("uri").text()));
                terminal.out().flush();
                String code = new Prompt(terminal).secret("Add it to an authenticator app. First code it shows:");
                if (code == null) {
                    terminal.say("Add it to an authenticator app, then, within 15 minutes:"
                            + " ./muniment second-factor confirm --code-file FILE");
                    return ExitCode.OK;
                }
                return confirm(terminal, server, code);
            }
        }
    }

    /** Ends an enrolment. */
    @Command(name = "confirm", description = "Ends the enrolment by the first code that the app shows.")
    static final class Confirm implements Action {

        @Option(
                names = "--code-file",
                paramLabel = "FILE",
                description = "Holds the code; - for standard input. Else you are asked.")
        private @Nullable String codeFile;

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                return confirm(cli.terminal(), server, new Secrets(cli.terminal()).code(codeFile));
            }
        }
    }

    private static int confirm(Terminal terminal, Server server, String code) throws IOException {
        Json done = server.post("/me/second-factor/totp:confirm", new JsonText().put("code", code.strip()))
                .json();
        terminal.say("The authenticator app is enrolled; your other sign-ins have ended.");
        print(terminal, done);
        return ExitCode.OK;
    }

    private static void print(Terminal terminal, Json answer) {
        if (!answer.get("recovery_codes").list().isEmpty()) {
            terminal.say(
                    "Keep these recovery codes where nobody else gets at them; each works once instead of the app:");
            for (Json one : answer.get("recovery_codes").list()) {
                terminal.out().println(Plain.line(one.text()));
            }
        }
    }

    /** Makes new recovery codes. */
    @Command(name = "codes", description = "Makes new recovery codes; the old ones work no more.")
    static final class Codes implements Action {

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                print(
                        cli.terminal(),
                        server.post("/me/second-factor/recovery-codes", new JsonText())
                                .json());
                return ExitCode.OK;
            }
        }
    }

    /** Shows what there is. */
    @Command(name = "show", description = "Shows which second factors you have.")
    static final class Show extends Showing {
        private static final int COLUMN = 19;

        Show() {
            super("/me/second-factor");
        }

        @Override
        void show(Json mine, Terminal terminal) {
            Lines out = new Lines(terminal.out(), COLUMN);
            out.line("Required:", mine.get("required").yes() ? "yes" : "no");
            out.line("Authenticator app:", mine.get("totp").present() ? "enrolled" : "none");
            out.line("Passkeys:", Texts.count(mine.get("passkeys").list().size()));
            out.line("Recovery codes:", mine.get("recovery_codes_left").number() + " left");
        }
    }
}
