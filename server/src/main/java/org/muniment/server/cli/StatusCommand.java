package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how the archive is doing, on one screen. */
@Command(name = "status", description = "Shows how the archive is doing.")
final class StatusCommand implements Action {
    private static final int COLUMN = 16;

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asAnyone()) {
            byte[] answer = server.get("/status").bytes();
            PrintStream out = cli.terminal().out();
            ZoneId zone = cli.terminal().clock().getZone();
            asJson.print(answer, out, status -> print(status, new Lines(out, COLUMN), zone));
            if (!asJson.isWanted()) {
                others(server, Json.read(answer).get("organisation").get("id").text(), out);
            }
            return ExitCode.OK;
        }
    }

    /** The other organisations of the machine, for who operates them; nothing of their mail. */
    private static void others(Server server, String shown, PrintStream out) throws IOException {
        if (shown.isEmpty() || !operates(server)) {
            return;
        }
        List<Json> others = organisations(server).get("data").list().stream()
                .filter(one -> !one.get("id").text().equals(shown))
                .toList();
        if (!others.isEmpty()) {
            out.println();
            out.println("Other organisations");
            others.forEach(one -> OrganisationListCommand.print(one, out));
        }
    }

    private static boolean operates(Server server) throws IOException {
        if (server.address().localToken() != null) {
            return true;
        }
        Json me = server.get("/me").json().get("person");
        return me.get("capabilities").list().stream().map(Json::text).anyMatch("organisations:write"::equals);
    }

    /** An operator's token may lack the scope: then it is about her own organisation alone. */
    private static Json organisations(Server server) throws IOException {
        try {
            return server.get("/organisations").json();
        } catch (Refusal e) {
            if (e.exitCode() != ExitCode.NOT_ALLOWED) {
                throw e;
            }
            return Json.NOTHING;
        }
    }

    private static void print(Json status, Lines out, ZoneId zone) {
        out.line(
                "Muniment",
                status.get("version").text() + " at " + status.get("url").text());
        out.line("SMTP", smtp(status.get("smtp")));
        if (!status.get("set_up").yes()) {
            out.line("Organisation", "none yet; next: ./muniment init");
            return;
        }
        Json organisation = status.get("organisation");
        out.line(
                "Organisation",
                organisation.get("name").text() + " ("
                        + organisation.get("domains").joined(", ") + ")");
        archive(status.get("archive"), out, zone);
        accounts(status.get("accounts"), out);
        service(status.get("service"), out);
        counts(status.get("counts"), out);
        out.line("Indexed", indexed(status));
        Json evidence = status.get("evidence");
        out.line(
                "Evidence",
                Texts.count(evidence.get("tree_size").number(), "leaf").replace("leafs", "leaves") + ", signed up to "
                        + Texts.count(evidence.get("checkpoint_size").number()));
        Json storage = status.get("storage");
        out.line(
                "Storage",
                Texts.bytes(storage.get("stored_bytes").number()) + " stored, "
                        + Texts.bytes(storage.get("free_bytes").number()) + " free");
        out.line(
                "Writable",
                status.get("writable").yes()
                        ? "yes"
                        : "NO: " + status.get("reason").text());
    }

    private static String smtp(Json smtp) {
        if (!smtp.present()) {
            return "off";
        }
        String address = smtp.get("address").text() + ":" + smtp.get("port").number() + ", ";
        String accepted = Texts.count(smtp.get("accepted").number()) + " accepted";
        if (!smtp.get("connections").present()) { // of a listener that is shared one sees one's own mail alone
            return address + accepted;
        }
        return address
                + Texts.count(smtp.get("connections").number(), "connection") + ", "
                + accepted + ", "
                + Texts.count(smtp.get("refused").number()) + " refused";
    }

    private static void archive(Json archive, Lines out, ZoneId zone) {
        boolean on = archive.get("enabled").yes();
        String since = archive.get(on ? "last_turned_on" : "last_closed").text();
        out.line("Archiving", (on ? "on" : "off") + (since.isEmpty() ? "" : " since " + Texts.time(since, zone)));
        out.line("Retention", Texts.count(archive.get("retention_years").number(), "year"));
        out.line("Administrators", archive.get("administrators").joined(", "));
    }

    private static void accounts(Json accounts, Lines out) {
        if (accounts.present()) {
            long over = accounts.get("over").number();
            long waiting = accounts.get("waiting").number();
            String seats = accounts.get("seats").present()
                    ? " of " + Texts.count(accounts.get("seats").number(), "seat")
                    : "";
            out.line(
                    "Open accounts",
                    Texts.count(accounts.get("open").number())
                            + seats
                            + (over > 0 ? ", " + Texts.count(over) + " TOO MANY, archived all the same" : "")
                            + (waiting > 0 ? ", " + Texts.count(waiting) + " WAIT for a seat" : ""));
        }
    }

    private static void service(Json service, Lines out) {
        String term = Term.of(service);
        if (!term.isEmpty()) {
            out.line("Service", term);
        }
    }

    private static void counts(Json counts, Lines out) {
        out.line("Archived", Texts.count(counts.get("archived").number(), "message"));
        out.line("Merged", Texts.count(counts.get("merged").number(), "further sighting"));
        out.line("Excluded", Texts.count(counts.get("excluded").number()));
        out.line(
                "Archive log",
                Texts.count(counts.get("log_entries").number(), "entry").replace("entrys", "entries"));
    }

    private static String indexed(Json status) {
        Json counts = status.get("counts");
        String indexed = Texts.count(counts.get("indexed").number(), "message");
        if (status.get("balanced").yes()) {
            return indexed + ", up to date";
        }
        return indexed + ", at record "
                + Texts.count(counts.get("index_position").number()) + " of "
                + Texts.count(counts.get("last_record").number());
    }
}
