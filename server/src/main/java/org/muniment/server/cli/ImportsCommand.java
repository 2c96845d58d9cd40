package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Imports of the directory: what tables and directory servers brought, and what waits for somebody to confirm it. */
@Command(
        name = "imports",
        description = "Lists the newest imports of the directory, from tables and directory servers.",
        subcommands = {ImportsCommand.Show.class, ImportsCommand.Apply.class, ImportsCommand.Discard.class})
final class ImportsCommand extends Showing {
    private static final String PATH = "/directory/imports";
    private static final String ID = "Which: as the list shows it.";
    private static final int PAGE = 500;

    ImportsCommand() {
        super(PATH);
    }

    @Override
    void show(Json all, Terminal terminal) {
        ZoneId zone = terminal.clock().getZone();
        Table table = new Table(
                Table.Column.left("ID"),
                Table.Column.left("FROM"),
                Table.Column.left("STATE"),
                Table.Column.left("CREATED"),
                Table.Column.text("BY"),
                Table.Column.text("WHAT"));
        for (Json one : all.get("data").list()) {
            table.row(
                    one.get("id").text(),
                    one.get("source").text(),
                    one.get("state").text(),
                    Texts.minute(one.get("created").text(), zone),
                    one.get("created_by").text(),
                    DirectoryImports.counts(one.get("counts")));
        }
        table.print(terminal.out(), terminal.width());
    }

    /** Shows one with every change. */
    @Command(name = "show", description = "Shows an import with every change.")
    static final class Show implements Action {

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                PrintStream out = cli.terminal().out();
                String path = PATH + "/" + Server.encoded(id);
                Json plan = server.get(path).json();
                out.println(Plain.line(plan.get("state").text() + ": " + DirectoryImports.counts(plan.get("counts"))));
                server.pages(path + "/changes?limit=" + PAGE, (bytes, page) -> DirectoryImports.changes(page, out));
                return ExitCode.OK;
            }
        }
    }

    /** Applies one that waits. */
    @Command(name = "apply", description = "Does what an import would change, although many would leave.")
    static final class Apply implements Action {

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Terminal terminal = cli.terminal();
                String path = PATH + "/" + Server.encoded(id);
                DirectoryImports.print(server.get(path).json(), terminal.out());
                confirmation.require(terminal, "Do it?");
                server.post(path + ":apply", new JsonText().put("confirm", true))
                        .bytes();
                terminal.out().println("Done.");
                return ExitCode.OK;
            }
        }
    }

    /** Discards one that waits. */
    @Command(name = "discard", description = "Discards an import; nothing is changed.")
    static final class Discard implements Action {

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                server.post(PATH + "/" + Server.encoded(id) + ":discard", new JsonText())
                        .bytes();
                cli.terminal().out().println("Discarded.");
                return ExitCode.OK;
            }
        }
    }
}
