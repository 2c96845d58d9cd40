package org.muniment.server.cli;

import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was opened and closed. */
@Command(name = "accounts", description = "Lists which archive accounts were opened and closed, the newest first.")
final class AccountHistoryCommand implements Action {

    private static final String PATH = "/accounts:history";
    private static final int PRESET_LIMIT = 50;

    @Option(names = "--limit", paramLabel = "N", description = "How many: 1 to 500 (default: 50).")
    private @Nullable Integer limit;

    @ArgGroup
    private @Nullable Form form;

    /** At most one of these. */
    static final class Form {
        @Option(names = "--csv", description = "Print all of them as CSV.")
        private boolean csv;

        @Option(names = "--json", description = "Print the server's answer as JSON.")
        private boolean json;
    }

    @Override
    public int run(Cli cli) throws IOException {
        boolean csv = form != null && form.csv;
        if (csv && limit != null) {
            throw CliException.usage("--csv prints all of them; give --limit without it.");
        }
        try (Server server = cli.asPerson()) {
            Terminal terminal = cli.terminal();
            if (csv) {
                server.getAs("text/csv", PATH).copyTo(terminal.out());
                return ExitCode.OK;
            }
            byte[] turns = server.get(PATH + "?limit=" + (limit == null ? PRESET_LIMIT : limit))
                    .bytes();
            if (form != null && form.json) {
                AsJson.line(turns, terminal.out());
            } else {
                print(Json.read(turns), terminal);
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
