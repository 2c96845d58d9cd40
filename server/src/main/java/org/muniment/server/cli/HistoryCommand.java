package org.muniment.server.cli;

import java.time.ZoneId;
import picocli.CommandLine.Command;

/** When archiving was on, and by whose hand. */
@Command(
        name = "history",
        description = "Shows when archiving was on, who switched it and why.",
        subcommands = {AccountHistoryCommand.class, CoverageCommand.class})
final class HistoryCommand extends Showing {

    HistoryCommand() {
        super("/archive/periods");
    }

    @Override
    void show(Json periods, Terminal terminal) {
        ZoneId zone = terminal.clock().getZone();
        Table table = new Table(
                Table.Column.left("ON SINCE"),
                Table.Column.text("BY"),
                Table.Column.text("WHY"),
                Table.Column.left("UNTIL"),
                Table.Column.text("BY"),
                Table.Column.text("WHY"));
        for (Json period : periods.get("data").list()) {
            Json ended = period.get("ended");
            table.row(
                    Texts.minute(period.get("started").text(), zone),
                    period.get("started_by").text(),
                    period.get("started_reason").text(),
                    ended.present() ? Texts.minute(ended.text(), zone) : "now",
                    period.get("ended_by").text(),
                    period.get("ended_reason").text());
        }
        table.print(terminal.out(), terminal.width());
    }
}
