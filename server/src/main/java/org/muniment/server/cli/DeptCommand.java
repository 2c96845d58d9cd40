package org.muniment.server.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The tree of departments. */
@Command(
        name = "dept",
        description = "Looks after the departments of the directory.",
        subcommands = {
            DeptCommand.ListAll.class,
            DeptCommand.Add.class,
            DeptCommand.Move.class,
            DeptCommand.Rename.class,
            DeptCommand.Merge.class,
            DeptImportCommand.class
        })
final class DeptCommand {
    private static final String PATH = "Its path such as Sales/North, or its id.";

    /** Shows all. */
    @Command(name = "list", description = "Lists the departments with the accounts in them.")
    static final class ListAll extends Showing {

        ListAll() {
            super("/departments");
        }

        @Override
        void show(Json departments, Terminal terminal) {
            var table = new Table(
                    Table.Column.text("Department"),
                    Table.Column.right("Accounts"),
                    Table.Column.right("With those below"),
                    Table.Column.left("Id"));
            for (Json one : Departments.of(departments).all()) {
                table.row(
                        Departments.path(one),
                        Texts.count(one.get("accounts").number()),
                        Texts.count(one.get("accounts_within").number()),
                        one.get("id").text());
            }
            table.print(terminal.out(), terminal.width());
        }
    }

    /** Adds one. */
    @Command(name = "add", description = "Adds a department; the one above it must be there.")
    static final class Add implements Action {

        @Parameters(paramLabel = "PATH", description = "Its path, such as Sales/North.")
        private String path = "";

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                int slash = path.lastIndexOf('/');
                String parent =
                        slash < 0 ? Departments.TOP : Departments.of(server).idOfPath(path.substring(0, slash));
                var request =
                        new JsonText().put("name", path.substring(slash + 1)).put("parent", parent);
                say(cli, "Added", server.post("/departments", request).json());
                return ExitCode.OK;
            }
        }
    }

    /** Moves one. */
    @Command(name = "move", description = "Moves a department with all below it.")
    static final class Move implements Action {

        @Parameters(paramLabel = "PATH", description = PATH)
        private String path = "";

        @Option(
                names = "--to",
                required = true,
                paramLabel = "PATH",
                description = "Below which department it shall lie; top for the top.")
        private String to = "";

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Departments departments = Departments.of(server);
                String parent = to.equals(Departments.TOP) ? Departments.TOP : departments.id(to);
                change(cli, server, departments.id(path), "Moved", new JsonText().put("parent", parent));
                return ExitCode.OK;
            }
        }
    }

    /** Renames one. */
    @Command(name = "rename", description = "Gives a department another name; its id stays.")
    static final class Rename implements Action {

        @Parameters(index = "0", paramLabel = "PATH", description = PATH)
        private String path = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
        private String name = "";

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                String id = Departments.of(server).id(path);
                change(cli, server, id, "Renamed", new JsonText().put("name", name));
                return ExitCode.OK;
            }
        }
    }

    /** Merges one into another. */
    @Command(name = "merge", description = "Merges a department into another one, which gets its people.")
    static final class Merge implements Action {

        @Parameters(paramLabel = "PATH", description = PATH)
        private String path = "";

        @Option(names = "--into", required = true, paramLabel = "PATH", description = "The other department.")
        private String into = "";

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Departments departments = Departments.of(server);
                var request = new JsonText().put("into", departments.id(into));
                say(
                        cli,
                        "Merged into",
                        server.post("/departments/" + departments.id(path) + ":merge", request)
                                .json());
                return ExitCode.OK;
            }
        }
    }

    private static void change(Cli cli, Server server, String id, String done, JsonText request) throws IOException {
        say(cli, done, server.patch("/departments/" + id, request).json());
    }

    private static void say(Cli cli, String done, @Nullable Json department) {
        if (department != null) {
            cli.terminal()
                    .out()
                    .println(done + " " + Plain.line(Departments.path(department)) + " ("
                            + Plain.line(department.get("id").text()) + ").");
        }
    }

    private DeptCommand() {}
}
