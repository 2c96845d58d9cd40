package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Single accounts of the directory, by hand. */
final class MemberCommands {
    private static final String PATH = "/directory/accounts";
    private static final String WHICH = "One of its addresses, or its id.";

    /** Adds one. */
    @Command(name = "add", description = "Adds an account by hand.")
    static final class Add implements Action {

        @Parameters(paramLabel = "ADDRESS", description = "Its primary address, in one of your domains.")
        private String address = "";

        @Mixin
        private MemberFields fields = new MemberFields();

        @Option(
                names = "--since",
                paramLabel = "TIME",
                description = "Since when it is in its departments, such as 2026-03-01T00:00:00Z (default: always).")
        private @Nullable String since;

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                JsonText body = new JsonText().put("address", address).put("since", since);
                fields.putInto(body, server);
                print("Added", server.post(PATH, body).json(), cli.terminal().out());
                return ExitCode.OK;
            }
        }
    }

    /** Changes one. */
    @Command(name = "change", description = "Changes an account; what is not given stays.")
    static final class Change implements Action {

        @Parameters(paramLabel = "ADDRESS", description = WHICH)
        private String which = "";

        @Option(names = "--address", paramLabel = "ADDRESS", description = "Another primary address.")
        private @Nullable String address;

        @Mixin
        private MemberFields fields = new MemberFields();

        @Override
        public int run(Cli cli) throws IOException {
            if (address == null && !fields.areGiven()) {
                throw CliException.usage("Nothing to change. Give --address, --name, --alias, --dept or --state.");
            }
            try (Server server = cli.asPerson()) {
                JsonText body = new JsonText().put("address", address);
                fields.putInto(body, server);
                String path = PATH + "/" + Server.encoded(id(server, which));
                print("Changed", server.patch(path, body).json(), cli.terminal().out());
                return ExitCode.OK;
            }
        }
    }

    /** Shows one. */
    @Command(name = "show", description = "Shows an account, and where it was from when until when.")
    static final class Show implements Action {

        @Parameters(paramLabel = "ADDRESS", description = WHICH)
        private String which = "";

        @Option(names = "--json", description = "Print the server's answers as JSON: the account, then its history.")
        private boolean json;

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Terminal terminal = cli.terminal();
                String path = PATH + "/" + Server.encoded(id(server, which));
                if (json) {
                    AsJson.line(server.get(path).bytes(), terminal.out());
                    AsJson.line(server.get(path + "/history").bytes(), terminal.out());
                    return ExitCode.OK;
                }
                print("", server.get(path).json(), terminal.out());
                Json history = server.get(path + "/history").json();
                Table table =
                        new Table(Table.Column.text("WHAT"), Table.Column.left("SINCE"), Table.Column.left("UNTIL"));
                history.get("memberships").list().forEach(one -> row(table, Departments.path(one), one, terminal));
                history.get("addresses")
                        .list()
                        .forEach(one -> row(table, one.get("address").text(), one, terminal));
                table.print(terminal.out(), terminal.width());
                return ExitCode.OK;
            }
        }

        private static void row(Table table, String what, Json one, Terminal terminal) {
            ZoneId zone = terminal.clock().getZone();
            Json since = one.get("since");
            Json until = one.get("until");
            table.row(
                    what,
                    since.present() ? Texts.minute(since.text(), zone) : "always",
                    until.present() ? Texts.minute(until.text(), zone) : "");
        }
    }

    private static String id(Server server, String which) throws IOException {
        if (which.startsWith("dac_")) {
            return which;
        }
        String wanted = which.strip().toLowerCase(Locale.ROOT);
        Json page =
                server.get(PATH + "?limit=500&text=" + Server.encoded(wanted)).json();
        return page.get("data").list().stream()
                .filter(one -> one.get("address").text().equals(wanted)
                        || one.get("aliases").list().stream()
                                .anyMatch(alias -> alias.text().equals(wanted)))
                .map(one -> one.get("id").text())
                .findFirst()
                .orElseThrow(() -> new CliException(
                        ExitCode.NOT_FOUND, "There is no account " + Plain.line(which) + " in the directory."));
    }

    private static void print(String done, Json account, PrintStream out) {
        String departments = Departments.paths(account.get("departments"));
        String aliases = account.get("aliases").joined(", ");
        String line = account.get("address").text() + " " + account.get("name").text();
        out.println(Plain.line((done + " " + line.strip()).strip() + ": "
                + account.get("state").text()
                + (departments.isEmpty() ? "" : ", in " + departments)
                + (aliases.isEmpty() ? "" : ", also " + aliases)
                + " (" + account.get("id").text() + ")."));
    }

    private MemberCommands() {}
}
