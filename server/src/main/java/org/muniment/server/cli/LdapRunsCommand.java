package org.muniment.server.cli;

import java.time.ZoneId;
import picocli.CommandLine.Command;

/** How the directory server was read. */
@Command(name = "runs", description = "Lists how the last readings went, the newest first.")
final class LdapRunsCommand extends Showing {

    LdapRunsCommand() {
        super("/directory/syncs");
    }

    @Override
    void show(Json runs, Terminal terminal) {
        ZoneId zone = terminal.clock().getZone();
        Table table = new Table(
                Table.Column.left("BEGUN"),
                Table.Column.text("BY"),
                Table.Column.left("OUTCOME"),
                Table.Column.right("READ"),
                Table.Column.text("WHAT"));
        for (Json run : runs.get("data").list()) {
            String problem = run.get("problem").text();
            table.row(
                    Texts.minute(run.get("begun").text(), zone),
                    run.get("begun_by").text(),
                    run.get("outcome").text(),
                    Texts.count(run.get("entries").number()),
                    problem.isEmpty() ? DirectoryImports.counts(run.get("counts")) : problem);
        }
        table.print(terminal.out(), terminal.width());
    }
}
