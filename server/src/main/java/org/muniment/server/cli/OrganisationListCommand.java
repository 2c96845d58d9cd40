package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the organisations of a machine. */
@Command(name = "list", description = "Shows the organisations: seats, service term, retention, size.")
final class OrganisationListCommand implements Action {

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asAnyone()) {
            PrintStream out = cli.terminal().out();
            asJson.print(
                    server.get("/organisations"),
                    out,
                    all -> all.get("data").list().forEach(one -> print(one, out)));
            return ExitCode.OK;
        }
    }

    /** One organisation, the id first so that it can be taken from there. */
    static void print(Json one, PrintStream out) {
        lines(one).forEach(line -> out.println(Plain.line(line)));
    }

    private static List<String> lines(Json one) {
        List<String> lines = new ArrayList<>();
        lines.add(one.get("id").text() + "  " + one.get("name").text()
                + (one.get("is_default").yes() ? " (default)" : ""));
        lines.add("    domains " + one.get("domains").joined(", "));
        lines.add("    archiving " + (one.get("enabled").yes() ? "on" : "off") + ", seats "
                + (one.get("seats").present() ? Texts.count(one.get("seats").number()) : "unlimited") + ", service "
                + service(one) + ", retention "
                + Texts.count(one.get("retention_years").number(), "year"));
        lines.add("    " + Texts.count(one.get("messages").number(), "message") + ", "
                + Texts.bytes(one.get("bytes").number()));
        return lines;
    }

    private static String service(Json one) {
        if (!one.get("service_ends").present()) {
            return "without end";
        }
        String day = one.get("service_ends").text();
        return one.get("service_ended").yes()
                ? "ENDED on " + day
                : "until " + day + " (" + Texts.count(one.get("days_left").number(), "day") + " left)";
    }
}
