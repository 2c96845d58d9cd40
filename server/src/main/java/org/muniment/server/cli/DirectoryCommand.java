package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The accounts of the directory. */
@Command(
        name = "directory",
        description = "Looks after the accounts of the directory, and from where they are read.",
        subcommands = {
            DirectoryCommand.Accounts.class,
            MemberCommands.Show.class,
            MemberCommands.Add.class,
            MemberCommands.Change.class,
            UnknownCommand.class,
            AdoptCommand.class,
            ImportsCommand.class,
            LdapCommand.class,
            DirectoryCommand.Sync.class
        })
final class DirectoryCommand {

    /** Lists accounts. */
    @Command(name = "accounts", description = "Lists accounts, by address.")
    static final class Accounts implements Action {
        private static final int PAGE = 500;

        @Option(names = "--text", paramLabel = "TEXT", description = "Part of a name or an address.")
        private @Nullable String text;

        @Mixin
        private DepartmentOption department = new DepartmentOption();

        @Option(names = "--state", paramLabel = "STATE", description = "active, disabled or deleted (default: all).")
        private @Nullable String state;

        @Option(names = "--json", description = "Print one JSON object per page.")
        private boolean json;

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                PrintStream out = cli.terminal().out();
                String path = "/directory/accounts?limit=" + PAGE + parameter("text", text) + parameter("state", state)
                        + department.parameters(server);
                if (json) {
                    server.pages(path, (bytes, page) -> AsJson.line(bytes, out));
                    return ExitCode.OK;
                }
                Table table = new Table(
                        Table.Column.left("Address"),
                        Table.Column.text("Name"),
                        Table.Column.text("Department"),
                        Table.Column.left("State"),
                        Table.Column.left("Source"));
                server.pages(path, (bytes, page) -> page.get("data").list().forEach(one -> row(table, one)));
                table.print(out, cli.terminal().width());
                return ExitCode.OK;
            }
        }

        private static String parameter(String name, @Nullable String value) {
            return value == null ? "" : "&" + name + "=" + Server.encoded(value);
        }

        private static void row(Table table, Json one) {
            table.row(
                    one.get("address").text(),
                    one.get("name").text(),
                    Departments.paths(one.get("departments")),
                    one.get("state").text(),
                    one.get("source").text());
        }
    }

    /** Reads the directory server. */
    @Command(name = "sync", description = "Reads the directory server now, as it is set.")
    static final class Sync implements Action {

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Json run =
                        server.post("/directory/syncs/ldap:run", new JsonText()).json();
                PrintStream out = cli.terminal().out();
                String problem = run.get("problem").text();
                String outcome = run.get("outcome").text();
                if (outcome.equals("failed")) {
                    throw new CliException(ExitCode.FAILED, "Nothing was changed. " + Plain.line(problem));
                }
                out.println(Texts.count(run.get("entries").number(), "entry").replace("entrys", "entries") + " read: "
                        + Plain.line(DirectoryImports.counts(run.get("counts"))));
                if (outcome.equals("waiting")) {
                    String id = Plain.line(run.get("import_id").text());
                    cli.terminal()
                            .say(
                                    "Nothing was changed: so many would leave or be disabled that somebody has to confirm it."
                                            + " Look at it with ./muniment directory imports show " + id
                                            + ", then: ./muniment directory imports apply " + id);
                    return ExitCode.NEEDS_APPROVAL;
                }
                return ExitCode.OK;
            }
        }
    }

    private DirectoryCommand() {}
}
