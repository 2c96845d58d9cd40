package org.muniment.server.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The archive log: newest first as a table, all of a filter as CSV or lines of JSON, or as it is written. */
@Command(
        name = "log",
        description = "Shows who did what; showing it is an entry of the log itself.",
        subcommands = {LogShowCommand.class, LogCommand.Verify.class})
final class LogCommand implements Action {
    private static final int PRESET_LIMIT = 50;
    private static final int LARGEST_PAGE = 500;

    @Option(
            names = "--admin",
            paramLabel = "A",
            description = "Administrators: addresses or parts of them, with commas.")
    private @Nullable String admin;

    @Option(
            names = "--date",
            paramLabel = "RANGE",
            description = "2026-01-01..2026-03-31, 2026-01, \"last 30d\" or all (default).")
    private @Nullable String date;

    @Option(names = "--grep", paramLabel = "K", description = "Keywords, or an id.")
    private @Nullable String keywords;

    @Option(names = "--type", paramLabel = "T", description = "Types with commas; auth.* for all of a group.")
    private @Nullable String type;

    @Option(names = "--result", paramLabel = "R", description = "ok, failed or denied.")
    private @Nullable String result;

    @Option(names = "--object", paramLabel = "ID", description = "What it is about: msg_…, srch_…, adm_…, …")
    private @Nullable String object;

    @Option(names = "--ip", paramLabel = "ADDRESS", description = "Where it came from.")
    private @Nullable String ip;

    @Option(names = "--case", paramLabel = "ID", description = "The case it was done for.")
    private @Nullable String matter;

    @Option(names = "--with-reason", description = "Only what a reason was given for.")
    private boolean withReason;

    @Option(names = "--tz", paramLabel = "ZONE", description = "Zone of days and times (default: yours).")
    private @Nullable String zone;

    @Option(names = "--limit", paramLabel = "N", description = "How many to print (default: 50, at most 500).")
    private @Nullable Integer limit;

    @ArgGroup
    private @Nullable Form form;

    /** At most one of these. */
    static final class Form {
        @Option(names = "--csv", description = "Print all of it as CSV.")
        private boolean csv;

        @Option(names = "--ndjson", description = "Print all of it as lines of JSON.")
        private boolean ndjson;

        @Option(names = "--follow", description = "Print what is written from now on, until it is interrupted.")
        private boolean follow;
    }

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        ZoneId in = zone == null ? terminal.clock().getZone() : QueryOptions.zone("--tz", zone);
        Map<String, String> parameters = parameters(terminal, in);
        Form wanted = form == null ? new Form() : form;
        if (form != null && limit != null) {
            throw CliException.usage(
                    "--limit is for the table; --csv and --ndjson print everything, --follow what comes.");
        }
        try (Server server = cli.asPerson()) {
            if (wanted.csv || wanted.ndjson) {
                String accept = wanted.csv ? "text/csv" : "application/x-ndjson";
                server.getAs(accept, path(parameters)).copyTo(terminal.out());
                return ExitCode.OK;
            }
            return wanted.follow ? follow(server, parameters, terminal, in) : table(server, parameters, terminal, in);
        }
    }

    private Map<String, String> parameters(Terminal terminal, ZoneId in) throws CliException {
        Map<String, String> parameters = new LinkedHashMap<>();
        putIfGiven(parameters, "admin", admin);
        if (date != null) {
            DateRange range = DateRange.parse(date, terminal.clock(), in);
            putIfGiven(parameters, "from", range.from());
            putIfGiven(parameters, "to", range.to());
        }
        parameters.put("tz", in.getId());
        putIfGiven(parameters, "keywords", keywords);
        putIfGiven(parameters, "type", type);
        putIfGiven(parameters, "result", result);
        putIfGiven(parameters, "object", object);
        putIfGiven(parameters, "ip", ip);
        putIfGiven(parameters, "case", matter);
        putIfGiven(parameters, "has_reason", withReason ? "true" : null);
        return parameters;
    }

    private static void putIfGiven(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static String path(Map<String, String> parameters) {
        return "/log?"
                + parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + Server.encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private int table(Server server, Map<String, String> parameters, Terminal terminal, ZoneId in) throws IOException {
        int most = limit == null ? PRESET_LIMIT : limit;
        if (most < 1 || most > LARGEST_PAGE) {
            throw CliException.usage(
                    "--limit " + most + ": give 1 to " + LARGEST_PAGE + ", or --csv or --ndjson for everything.");
        }
        parameters.put("limit", Integer.toString(most));
        Json page = server.get(path(parameters)).json();
        Table table = new Table(
                Table.Column.left("TIME"),
                Table.Column.left("TYPE"),
                Table.Column.text("WHAT"),
                Table.Column.left("RESULT"),
                Table.Column.left("ID"));
        int shown = 0;
        for (Json line : page.get("data").list()) {
            table.row(
                    Texts.time(line.get("time").text(), in),
                    line.get("type").text(),
                    line.get("sentence").text(),
                    line.get("result").text(),
                    line.get("id").text());
            shown++;
        }
        if (shown > 0) {
            table.print(terminal.out(), terminal.width());
        }
        long found = page.get("total").get("value").number();
        boolean more = page.get("total").get("relation").text().equals("gte");
        terminal.out()
                .println(Texts.count(found) + (more ? " or more" : "") + " found"
                        + (shown < found ? ", " + Texts.count(shown) + " shown" : ""));
        return ExitCode.OK;
    }

    /** The server ends a stream after a while; it is taken up again behind the last entry. */
    private static int follow(Server server, Map<String, String> parameters, Terminal terminal, ZoneId in)
            throws IOException {
        parameters.put("follow", "true");
        while (!terminal.out().checkError()) {
            var lines = new BufferedReader(new InputStreamReader(
                    server.getAs("application/x-ndjson", path(parameters)).body(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    Json entry = Json.read(line.getBytes(StandardCharsets.UTF_8));
                    print(entry, terminal.out(), in);
                    parameters.put("after", entry.get("id").text());
                }
            }
            server.close();
        }
        return ExitCode.OK;
    }

    private static void print(Json entry, PrintStream out, ZoneId in) {
        out.println(Texts.time(entry.get("time").text(), in) + "  "
                + Plain.line(entry.get("type").text()) + "  "
                + Plain.line(entry.get("sentence").text()));
        out.flush();
    }

    /** Compares the log with the database's copy. */
    @Command(
            name = "verify",
            description = "Compares the log in the store with its copy in the database and with the evidence log.")
    static final class Verify implements Action {

        @Override
        public int run(Cli cli) throws IOException {
            try (Server server = cli.asAnyone()) {
                Json done = server.get("/log/verify").json();
                String entries = Texts.count(done.get("entries").number()) + " log entries";
                Json difference = done.get("difference");
                if (!difference.get("kind").present()) {
                    cli.terminal().out().println(entries + " verified: the database shows what the log says.");
                    return ExitCode.OK;
                }
                String fields = difference.get("fields").joined(", ");
                cli.terminal()
                        .out()
                        .println("The first difference is entry "
                                + Texts.count(difference.get("place").number()) + ", "
                                + Plain.line(difference.get("entry").text()) + ": "
                                + Plain.line(difference.get("kind").text())
                                + (fields.isEmpty() ? "" : " (" + Plain.line(fields) + ")") + ".");
                return ExitCode.INTEGRITY_FAILURE;
            }
        }
    }
}
