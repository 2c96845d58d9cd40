package org.muniment.server.cli;

import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where one is signed in oneself. */
@Command(
        name = "session",
        description = "Where you are signed in.",
        subcommands = {SessionCommand.ListAll.class, SessionCommand.End.class})
final class SessionCommand {
    private static final String PATH = "/me/sessions";

    /** Lists them. */
    @Command(name = "list", description = "Lists your sessions.")
    static final class ListAll extends Showing {

        ListAll() {
            super(PATH);
        }

        @Override
        void show(Json sessions, Terminal terminal) {
            ZoneId zone = terminal.clock().getZone();
            Table table = new Table(
                    Table.Column.left("ID"),
                    Table.Column.left("KIND"),
                    Table.Column.text("FROM"),
                    Table.Column.left("BEGAN"),
                    Table.Column.left("LAST USED"),
                    Table.Column.left("ENDS"),
                    Table.Column.left(""));
            for (Json one : sessions.get("data").list()) {
                table.row(
                        one.get("id").text(),
                        one.get("kind").text(),
                        one.get("client").text(),
                        Texts.minute(one.get("began").text(), zone),
                        Texts.minute(one.get("last_used").text(), zone),
                        Texts.minute(one.get("expires_at").text(), zone),
                        one.get("current").yes() ? "this one" : "");
            }
            table.print(terminal.out(), terminal.width());
        }
    }

    /** Ends one, or all others. */
    @Command(name = "end", description = "Ends a session, or all but the one of this command.")
    static final class End implements Action {

        @ArgGroup(multiplicity = "1")
        private Which which = new Which();

        /** Exactly one of them. */
        static final class Which {
            @Parameters(paramLabel = "ID", description = "Which: as list shows it.")
            private @Nullable String id;

            @Option(names = "--others", required = true, description = "All but this one.")
            private boolean others;
        }

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                server.delete(which.id == null ? PATH : PATH + "/" + Server.encoded(which.id))
                        .bytes();
                cli.terminal().say(which.others ? "Your other sessions have ended." : "The session has ended.");
                return ExitCode.OK;
            }
        }
    }

    private SessionCommand() {}
}
