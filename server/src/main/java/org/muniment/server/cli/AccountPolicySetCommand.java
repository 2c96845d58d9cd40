package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes whose mail is archived, after it has told what that means. */
@Command(
        name = "set",
        description = "Changes whose mail is archived, or which new accounts open by themselves."
                + " Tells first what it means, and asks.")
final class AccountPolicySetCommand implements Action {
    @Option(names = "--mode", paramLabel = "MODE", description = "Mail of whom: whole-domain or opened-accounts.")
    private @Nullable String mode;

    @Option(
            names = "--open-new",
            paramLabel = "WHOM",
            description = "Which accounts that come into the directory open by themselves: everybody or none.")
    private @Nullable String openNew;

    @Option(
            names = "--dept",
            paramLabel = "NAME",
            description = "Those of this department open by themselves, and no others; repeat the option for more.")
    private @Nullable List<String> departments;

    @Option(names = "--sub", description = "And of all departments below.")
    private boolean below;

    @ArgGroup(multiplicity = "1")
    private ReasonOrDryRun act = new ReasonOrDryRun();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Override
    public int run(Cli cli) throws IOException {
        if (mode == null && openNew == null && departments == null) {
            throw CliException.usage("Nothing to change. Give --mode, --open-new or --dept.");
        }
        if ((openNew != null && departments != null) || (below && departments == null)) {
            throw CliException.usage(
                    "Give --open-new everybody, --open-new none, or --dept NAME with or without --sub.");
        }
        Terminal terminal = cli.terminal();
        try (Server server = cli.asPerson()) {
            List<String> ids = ids(server);
            Json before = server.patch(AccountPolicyCommand.PATH, wanted(ids).put("dry_run", true))
                    .json();
            tell(before, terminal.out());
            if (act.isDryRun()) {
                terminal.out().println("Nothing was changed.");
                return ExitCode.OK;
            }
            confirmation.require(terminal, "Change it?");
            Json after = server.patch(AccountPolicyCommand.PATH, wanted(ids).put("reason", act.reason()))
                    .json();
            AccountPolicyCommand.print(server, after, terminal.out());
            return ExitCode.OK;
        }
    }

    private List<String> ids(Server server) throws IOException {
        List<String> ids = new ArrayList<>();
        if (departments != null) {
            Departments known = Departments.of(server);
            for (String department : departments) {
                ids.add(known.id(department));
            }
        }
        return ids;
    }

    private JsonText wanted(List<String> ids) {
        JsonText wanted = new JsonText();
        if (mode != null) {
            wanted.put("mode", mode.replace('-', '_'));
        }
        if (openNew != null) {
            wanted.put("open_new", new JsonText().put("scope", openNew));
        } else if (!ids.isEmpty()) {
            wanted.put(
                    "open_new",
                    new JsonText()
                            .put("scope", AccountPolicyCommand.DEPARTMENTS)
                            .put(AccountPolicyCommand.DEPARTMENTS, ids)
                            .put("subdepartments", below));
        }
        return wanted;
    }

    private void tell(Json before, PrintStream out) {
        boolean changesMode = mode != null
                && !mode.replace('-', '_').equals(before.get("mode").text());
        if (changesMode) {
            Json effect = before.get("effect");
            boolean becomesWhole = before.get("mode").text().equals("opened_accounts");
            out.println((becomesWhole ? wholeDomain(effect) : openedAccounts(effect)) + seats(effect));
        } else if (mode != null) {
            out.println("The mode is that already.");
        }
        if (openNew != null || departments != null) {
            out.println("It counts for accounts that come into the directory from now on; those that are there"
                    + " are opened by hand.");
        }
    }

    private static String wholeDomain(Json effect) {
        return "Mail in which any address of your domains takes part would be archived, and accounts would open by"
                + " themselves when they appear in it. Open now: " + count(effect, "open_accounts", "account")
                + "; seen in mail of the last " + count(effect, "days", "day") + " without an open account: "
                + count(effect, "left_out", "address") + ".";
    }

    private static String openedAccounts(Json effect) {
        return "Mail would be archived for the sake of opened accounts alone. Open now: "
                + count(effect, "open_accounts", "account") + "; seen in mail of the last "
                + count(effect, "days", "day") + " without an open account, so no longer archived for their own sake: "
                + count(effect, "left_out", "address") + "; opened by themselves in these days, as new ones no longer"
                + " would: " + count(effect, "opened_by_themselves", "account") + ".";
    }

    private static String seats(Json effect) {
        long over = effect.get("over").number();
        return over > 0
                ? " " + Texts.count(over) + " too many are open for "
                        + Texts.count(effect.get("seats").number(), "seat") + "."
                : "";
    }

    private static String count(Json effect, String name, String noun) {
        return Texts.count(effect.get(name).number(), noun).replace("addresss", "addresses");
    }
}
