package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The mail domains of the organisation. */
@Command(
        name = "domain",
        description = "Looks after the mail domains of your organisation.",
        subcommands = {DomainCommand.ListAll.class, DomainCommand.Add.class, DomainCommand.Remove.class})
final class DomainCommand {

    /** Shows all. */
    @Command(name = "list", description = "Lists the domains with how many accounts have an address of each.")
    static final class ListAll extends Showing {

        ListAll() {
            super("/domains");
        }

        @Override
        void show(Json domains, Terminal terminal) {
            Table table = new Table(
                    Table.Column.text("DOMAIN"), Table.Column.text("STANDS FOR"), Table.Column.right("ACCOUNTS"));
            for (Json one : domains.get("data").list()) {
                table.row(
                        one.get("name").text(),
                        one.get("alias_of").text(),
                        Texts.count(one.get("accounts").number()));
            }
            table.print(terminal.out(), terminal.width());
        }
    }

    /** Adds one. */
    @Command(name = "add", description = "Adds a domain: mail in which it takes part is archived from now on.")
    static final class Add implements Action {

        @Parameters(paramLabel = "DOMAIN", description = "Its name.")
        private String name = "";

        @Option(
                names = "--alias-of",
                paramLabel = "DOMAIN",
                description = "It stands for this one: the same mailboxes under another name.")
        private @Nullable String aliasOf;

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asPerson()) {
                Json added = server.post(
                                "/domains", new JsonText().put("name", name).put("alias_of", aliasOf))
                        .json();
                PrintStream out = cli.terminal().out();
                Json home = added.get("alias_of");
                out.println(Plain.line("Added " + added.get("name").text()
                        + (home.present() ? ", which stands for " + home.text() : "") + "."));
                return ExitCode.OK;
            }
        }
    }

    /** Removes one. */
    @Command(
            name = "remove",
            description = "Removes a domain of which no account has an address; what is archived stays.")
    static final class Remove implements Action {

        @Parameters(paramLabel = "DOMAIN", description = "Its name.")
        private String name = "";

        @Mixin
        private Confirmation confirmation = new Confirmation();

        @Override
        public int run(Cli cli) throws IOException {
            Terminal terminal = cli.terminal();
            confirmation.require(
                    terminal, "Mail that concerns you only by " + name + " will not be archived any more. Remove it?");
            try (Server server = cli.asPerson()) {
                server.delete("/domains/" + Server.encoded(name)).bytes();
                terminal.out().println("Removed " + Plain.line(name) + ".");
                return ExitCode.OK;
            }
        }
    }

    private DomainCommand() {}
}
