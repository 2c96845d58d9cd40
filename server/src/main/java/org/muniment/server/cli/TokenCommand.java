package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tokens for programs. */
@Command(
        name = "token",
        description = "Your tokens for programs.",
        subcommands = {TokenCommand.New.class, TokenCommand.ListAll.class, TokenCommand.Revoke.class})
final class TokenCommand {

    /** Makes one. */
    @Command(name = "new", description = "Makes a token and prints it, this once.")
    static final class New implements Action {

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What it is for.")
        private String name = "";

        @Option(
                names = "--scope",
                required = true,
                paramLabel = "CAPABILITY",
                description =
                        "What it may do, such as search:run; repeat the option. ./muniment token list shows yours.")
        private List<String> scopes = new ArrayList<>();

        @Option(names = "--days", paramLabel = "DAYS", description = "How long it is good (1 to 366; default: 90).")
        private int days = 90;

        @Option(
                names = "--from",
                paramLabel = "NETWORK",
                description = "Address or network it is taken from, such as 10.0.0.0/8; repeat for more.")
        private List<String> networks = new ArrayList<>();

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                JsonText request = new JsonText()
                        .put("name", name)
                        .put("scopes", scopes)
                        .put("expires_in_days", days)
                        .put("networks", networks);
                Json made = server.post("/tokens", request).json();
                cli.terminal().out().println(Plain.line(made.get("token").text()));
                cli.terminal().say("It is shown this once; a program finds it in MUNIMENT_TOKEN.");
                return ExitCode.OK;
            }
        }
    }

    /** Lists them. */
    @Command(name = "list", description = "Lists your tokens, and what a token of yours may be given.")
    static final class ListAll extends Showing {

        ListAll() {
            super("/tokens");
        }

        @Override
        void show(Json tokens, Terminal terminal) {
            Table table = new Table(
                    Table.Column.left("ID"),
                    Table.Column.text("NAME"),
                    Table.Column.text("MAY"),
                    Table.Column.left("UNTIL"),
                    Table.Column.left("LAST USED"));
            for (Json one : tokens.get("data").list()) {
                table.row(
                        one.get("id").text(),
                        one.get("name").text(),
                        one.get("scopes").joined(" "),
                        time(one.get("expires_at").text(), terminal),
                        time(one.get("last_used").text(), terminal));
            }
            table.print(terminal.out(), terminal.width());
            terminal.say("Yours may be given: " + tokens.get("scopes").joined(" "));
        }
    }

    private static String time(String instant, Terminal terminal) {
        return instant.isEmpty()
                ? "never"
                : Texts.time(instant, terminal.clock().getZone());
    }

    /** Revokes one. */
    @Command(name = "revoke", description = "Revokes a token; it is worth nothing from then on.")
    static final class Revoke implements Action {

        @Parameters(paramLabel = "ID", description = "Which one: tok_….")
        private String id = "";

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                server.delete("/tokens/" + Server.encoded(id)).bytes();
                cli.terminal().say("Revoked.");
                return ExitCode.OK;
            }
        }
    }
}
