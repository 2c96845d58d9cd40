package org.muniment.server.cli;

import java.io.IOException;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was opened and closed. */
@Command(name = "accounts", description = "Lists which archive accounts were opened and closed, the newest first.")
final class AccountHistoryCommand implements Action {

    private static final String PATH = "/accounts:history";

    @Option(names = "--limit", paramLabel = "N", description = "How many: 1 to 500 (default: 50).")
    private int limit = 50;

    @Option(names = "--csv", description = "Print all of them as CSV.")
    private boolean csv;

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asPerson()) {
            Terminal terminal = cli.terminal();
            if (csv) {
                server.getAs("text/csv", PATH).copyTo(terminal.out());
            } else {
                print(server.get(PATH + "?limit=" + limit).json(), terminal);
            }
            return ExitCode.OK;
        }
    }

    private static void print(Json turns, Terminal terminal) {
        ZoneId zone = terminal.clock().getZone();
        Table table = new Table(
                Table.Column.left("TIME"),
                Table.Column.text("ACCOUNT"),
                Table.Column.left("ACT"),
                Table.Column.left("HOW"),
                Table.Column.text("WHO"),
                Table.Column.text("REASON"));
        for (Json turn : turns.get("data").list()) {
            table.row(
                    Texts.minute(turn.get("at").text(), zone),
                    turn.get("address").text(),
                    turn.get("act").text(),
                    turn.get("how").text(),
                    turn.get("who").text(),
                    turn.get("reason").text());
        }
        table.print(terminal.out(), terminal.width());
    }
}
