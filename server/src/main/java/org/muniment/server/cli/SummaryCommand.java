package org.muniment.server.cli;

import java.time.ZoneId;
import picocli.CommandLine.Command;

/** Prints the archive in the seven fields of the requirements. */
@Command(name = "summary", description = "Sums the archive up in seven fields.")
final class SummaryCommand extends Showing {
    private static final int COLUMN = 26;

    SummaryCommand() {
        super("/archive");
    }

    @Override
    void show(Json archive, Terminal terminal) {
        Lines out = new Lines(terminal.out(), COLUMN);
        ZoneId zone = terminal.clock().getZone();
        out.line(
                "Number of archives",
                Texts.count(archive.get("number_of_archives").number()));
        out.line(
                "Number of open archives",
                Texts.count(archive.get("number_of_open_archives").number()));
        out.line("Archive retention", Texts.count(archive.get("retention_years").number(), "year"));
        out.line("Last turned on time", time(archive.get("last_turned_on"), zone));
        out.line("Last closed time", time(archive.get("last_closed"), zone));
        out.line("Archive administrator", archive.get("administrators").joined(", "));
        out.line("Archive status", status(archive));
    }

    private static String time(Json time, ZoneId zone) {
        return time.present() ? Texts.time(time.text(), zone) : "never";
    }

    private static String status(Json archive) {
        Json service = archive.get("service");
        String term = Term.isTrouble(service) ? "; the service " + Term.of(service) : "";
        if (!archive.get("enabled").yes()) {
            return "Off" + term;
        }
        StringBuilder status = new StringBuilder("On").append(term);
        if (archive.get("reason").present()) {
            status.append("; mail cannot be taken now: ")
                    .append(archive.get("reason").text());
        }
        long over = archive.get("over_seats").number();
        if (over > 0) {
            status.append("; ").append(Texts.count(over)).append(" over the limit of ");
            status.append(Texts.count(archive.get("seats").number()));
            status.append(" open archives, archived all the same");
        }
        long waiting = archive.get("waiting_for_seat").number();
        if (waiting > 0) {
            status.append("; ").append(Texts.count(waiting, "new account")).append(" not opened for want of a seat");
        }
        return status.toString();
    }
}
