package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Archive accounts: whose mail is archived. */
@Command(
        name = "account",
        description = "Shows, opens and closes archive accounts, and sets which open by themselves.",
        subcommands = {
            AccountCommand.Listing.class,
            AccountCommand.Open.class,
            AccountCommand.Close.class,
            AccountCommand.Show.class,
            AccountPolicyCommand.class
        })
final class AccountCommand {

    /** Lists accounts. */
    @Command(name = "list", description = "Lists archive accounts by address.")
    static final class Listing implements Action {
        private static final int PAGE = 500;

        @Option(names = "--status", paramLabel = "open|not-open", description = "Only these.")
        private @Nullable String status;

        @ArgGroup
        private @Nullable Form form;

        /** At most one of these. */
        static final class Form {
            @Option(names = "--csv", description = "Print all of them as CSV.")
            private boolean csv;

            @Option(names = "--json", description = "Print the server's answers as JSON, one page per line.")
            private boolean json;
        }

        @Mixin
        private DepartmentOption department = new DepartmentOption();

        @Parameters(arity = "0..1", paramLabel = "TEXT", description = "Part of an address or a name.")
        private @Nullable String text;

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                String path = "/accounts?limit=" + PAGE + conditions(server);
                PrintStream out = cli.terminal().out();
                if (form != null && form.csv) {
                    server.getAs("text/csv", path).copyTo(out);
                    return ExitCode.OK;
                }
                if (form != null && form.json) {
                    server.pages(path, (bytes, page) -> AsJson.line(bytes, out));
                    return ExitCode.OK;
                }
                ZoneId zone = cli.terminal().clock().getZone();
                Table table = new Table(
                        Table.Column.text("ADDRESS"),
                        Table.Column.text("NAME"),
                        Table.Column.left("STATUS"),
                        Table.Column.left("DIRECTORY"),
                        Table.Column.left("OPENED"),
                        Table.Column.left("CLOSED"));
                Json last = server.pages(
                        path, (bytes, page) -> page.get("data").list().forEach(one -> row(table, one, zone)));
                table.print(out, cli.terminal().width());
                out.println(Texts.count(last.get("total").number(), "account"));
                return ExitCode.OK;
            }
        }

        private static void row(Table table, Json one, ZoneId zone) {
            table.row(
                    one.get("address").text(),
                    one.get("name").text(),
                    words(one.get("status")),
                    one.get("directory").text(),
                    Texts.minute(one.get("opened").text(), zone),
                    Texts.minute(one.get("closed").text(), zone));
        }

        private String conditions(Server server) throws IOException {
            StringBuilder conditions = new StringBuilder();
            conditions.append(department.parameters(server));
            if (status != null) {
                conditions.append("&status=").append(Server.encoded(status.replace('-', '_')));
            }
            if (text != null) {
                conditions.append("&text=").append(Server.encoded(text));
            }
            return conditions.toString();
        }
    }

    static String words(Json status) {
        return status.text().replace('_', ' ');
    }

    /** Which accounts are meant, and why. */
    static final class Chosen {
        @Parameters(
                arity = "0..*",
                paramLabel = "ADDRESS",
                description = "Addresses; - reads them from standard input.")
        private List<String> addresses = new ArrayList<>();

        @Mixin
        private DepartmentOption department = new DepartmentOption();

        @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is kept in the archive log.")
        private @Nullable String reason;

        @Option(names = "--dry-run", description = "Only tell what would happen.")
        private boolean dryRun;

        int act(boolean open, Cli cli) throws IOException {
            JsonText request = new JsonText();
            List<String> read = AddressLines.read(addresses, cli.terminal());
            if (read.isEmpty() != department.isNamed()) {
                throw CliException.usage("Name addresses, - to read them from standard input, or --dept.");
            }
            if (reason != null) {
                request.put("reason", reason);
            }
            request.put("dry_run", dryRun);
            try (Server server = cli.asPerson()) {
                if (department.isNamed()) {
                    request.put("department", department.id(server)).put("subdepartments", department.isWithAllBelow());
                } else {
                    request.put("addresses", read);
                }
                Json effect = server.post(open ? "/accounts:open" : "/accounts:close", request)
                        .json();
                print(open, effect, cli.terminal());
                return effect.get("refused").list().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
            }
        }

        private static void print(boolean open, Json effect, Terminal terminal) {
            boolean dry = effect.get("dry_run").yes();
            String act = (dry ? "Would " : "") + (open ? dry ? "open " : "Opened " : dry ? "close " : "Closed ");
            terminal.out()
                    .println(act + Texts.count(effect.get("changed").number(), "account") + "; "
                            + Texts.count(effect.get("unchanged").number()) + " unchanged. Open: "
                            + Texts.count(effect.get("open_before").number()) + " before, "
                            + Texts.count(effect.get("open_after").number()) + " after"
                            + (effect.get("seats").present()
                                    ? ", of " + Texts.count(effect.get("seats").number(), "seat")
                                    : "")
                            + ".");
            long over = effect.get("over").number();
            if (over > 0) {
                terminal.say(Texts.count(over) + " over the limit of "
                        + Texts.count(effect.get("seats").number()) + ".");
            }
            for (Json refused : effect.get("refused").list()) {
                terminal.say(refused.get("detail").text());
            }
        }
    }

    /** Opens accounts. */
    @Command(name = "open", description = "Opens archive accounts, all that are named or none.")
    static final class Open implements Action {
        @Mixin
        private Chosen chosen = new Chosen();

        @Override
        public int run(Cli cli) throws IOException {
            return chosen.act(true, cli);
        }
    }

    /** Closes accounts. */
    @Command(name = "close", description = "Closes archive accounts; what is archived stays and is found.")
    static final class Close implements Action {
        @Mixin
        private Chosen chosen = new Chosen();

        @Override
        public int run(Cli cli) throws IOException {
            return chosen.act(false, cli);
        }
    }

    /** Shows one account. */
    @Command(name = "show", description = "Shows an archive account and its history.")
    static final class Show implements Action {
        @Parameters(paramLabel = "ADDRESS", description = "The account's address, or its id.")
        private String which = "";

        @Mixin
        private AsJson asJson = new AsJson();

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Terminal terminal = cli.terminal();
                asJson.print(
                        server.get("/accounts/" + Server.encoded(id(server))),
                        terminal.out(),
                        found -> print(found, terminal));
                return ExitCode.OK;
            }
        }

        private String id(Server server) throws IOException {
            if (which.startsWith("acct_")) {
                return which;
            }
            Json page = server.get("/accounts?limit=500&text=" + Server.encoded(which))
                    .json();
            return page.get("data").list().stream()
                    .filter(one -> one.get("address").text().equalsIgnoreCase(which))
                    .map(one -> one.get("id").text())
                    .findFirst()
                    .orElseThrow(
                            () -> new CliException(ExitCode.NOT_FOUND, "There is no archive account " + which + "."));
        }

        private static void print(Json found, Terminal terminal) {
            ZoneId zone = terminal.clock().getZone();
            Json account = found.get("account");
            terminal.out().println(Plain.line(account.get("address").text() + ": " + words(account.get("status"))));
            Table table = new Table(
                    Table.Column.left("TIME"),
                    Table.Column.left("ACT"),
                    Table.Column.left("HOW"),
                    Table.Column.text("WHO"),
                    Table.Column.text("REASON"));
            for (Json turn : found.get("history").list()) {
                table.row(
                        Texts.minute(turn.get("at").text(), zone),
                        turn.get("act").text(),
                        turn.get("how").text(),
                        turn.get("who").text(),
                        turn.get("reason").text());
            }
            table.print(terminal.out(), terminal.width());
        }
    }
}
