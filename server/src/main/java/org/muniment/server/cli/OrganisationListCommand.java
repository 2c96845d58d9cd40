package org.muniment.server.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the organisations of a machine. */
@Command(name = "list", description = "Shows the organisations: seats, service term, retention, size.")
final class OrganisationListCommand implements Action {

    @Option(names = "--json", description = "Print the server's answer as JSON.")
    private boolean json;

    @Override
    public int run(Cli cli) throws IOException {
        try (Server server = cli.asAnyone()) {
            byte[] answer = server.get("/organisations").bytes();
            if (json) {
                cli.terminal().out().write(answer);
                cli.terminal().out().println();
            } else {
                for (Json one : Json.read(answer).get("data").list()) {
                    lines(one).forEach(line -> cli.terminal().out().println(Plain.line(line)));
                }
            }
            return ExitCode.OK;
        }
    }

    /** One organisation, the id first so that it can be taken from there. */
    static List<String> lines(Json one) {
        List<String> lines = new ArrayList<>();
        lines.add(one.get("id").text() + "  " + one.get("name").text()
                + (one.get("is_default").yes() ? " (default)" : ""));
        lines.add("    domains " + one.get("domains").list().stream().map(Json::text).collect(Collectors.joining(", ")));
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
