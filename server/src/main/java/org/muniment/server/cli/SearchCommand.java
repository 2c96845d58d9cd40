package org.muniment.server.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches. The total is exact; pages follow each other as of the time of the search. */
@Command(name = "search", description = "Finds messages; every search is an entry of the archive log.")
final class SearchCommand implements Action {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_PAGE = 500;

    @Parameters(arity = "0..1", paramLabel = "QUERY", description = "Words, \"phrases\", from:ada, has:attachment, …")
    private @Nullable String query;

    @Mixin
    private QueryOptions options = new QueryOptions();

    @Mixin
    private Purpose purpose = new Purpose();

    @ArgGroup
    private @Nullable Form form;

    /** At most one of these. */
    static final class Form {
        @Option(names = "--count", description = "Print only how many there are.")
        private boolean count;

        @Option(names = "--ids", description = "Print only the ids, of all unless --limit says otherwise.")
        private boolean ids;

        @Option(names = "--json", description = "Print the server's answer as JSON.")
        private boolean json;
    }

    @Option(names = "--limit", paramLabel = "N", description = "How many to print (default: 50).")
    private @Nullable Long limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where an earlier search ended.")
    private @Nullable String cursor;

    @Override
    public int run(Cli cli) throws IOException {
        if (limit != null && limit < 1) {
            throw CliException.usage(
                    "--limit " + limit + ": give a number of at least 1, or --count for the total alone.");
        }
        Form wanted = form == null ? new Form() : form;
        try (Server server = purpose.to(cli.asPerson())) {
            if (wanted.json) {
                return json(server, cli.terminal());
            }
            if (wanted.count) {
                Json found = first(server, 0, cli.terminal()).json();
                Gaps.say(found, cli.terminal(), options.zone(cli.terminal()));
                cli.terminal().out().println(total(found));
                return ExitCode.OK;
            }
            return wanted.ids ? ids(server, cli.terminal()) : table(server, cli.terminal());
        } catch (Refusal e) {
            pointAt(e, cli.terminal());
            throw e;
        }
    }

    private int json(Server server, Terminal terminal) throws IOException {
        long wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted > LARGEST_PAGE) {
            throw CliException.usage("--json prints one answer of the server, which has at most " + LARGEST_PAGE
                    + " messages. Use --limit " + LARGEST_PAGE + " and --cursor SEARCH:NEXT_CURSOR for the next.");
        }
        first(server, (int) wanted, terminal).copyTo(terminal.out());
        terminal.out().println();
        return ExitCode.OK;
    }

    private int ids(Server server, Terminal terminal) throws IOException {
        pages(server, terminal, limit == null ? Long.MAX_VALUE : limit, hits -> {
            for (Json hit : hits) {
                terminal.out().println(Plain.line(hit.get("id").text()));
            }
        });
        return ExitCode.OK;
    }

    private int table(Server server, Terminal terminal) throws IOException {
        ZoneId zone = options.zone(terminal);
        Table table = new Table(
                Table.Column.left("SENT"),
                Table.Column.text("FROM"),
                Table.Column.text("SUBJECT"),
                Table.Column.right("SIZE"),
                Table.Column.left("ID"));
        Pages pages = pages(server, terminal, limit == null ? DEFAULT_LIMIT : limit, hits -> {
            for (Json hit : hits) {
                table.row(
                        Texts.minute(hit.get("sent").text(), zone),
                        addresses(hit.get("from")),
                        hit.get("subject").text(),
                        Texts.bytes(hit.get("size").number()),
                        hit.get("id").text());
            }
        });
        if (pages.printed > 0) {
            table.print(terminal.out(), terminal.width());
        }
        terminal.out().println(summary(pages));
        return ExitCode.OK;
    }

    private static String summary(Pages pages) {
        String total = Texts.count(pages.total) + " found";
        if (pages.next == null) {
            return total;
        }
        return total + ", " + Texts.count(pages.printed) + " shown; next: --cursor " + Plain.line(pages.next);
    }

    private static String addresses(Json from) {
        List<Json> list = from.list();
        return list.isEmpty()
                ? from.text()
                : list.stream().map(Addresses::shortly).collect(Collectors.joining(", "));
    }

    private static long total(Json answer) {
        return answer.get("total").get("value").number();
    }

    /** What was printed of a search. */
    private static final class Pages {
        private long total;
        private long printed;
        private @Nullable String next;
    }

    /** Takes the messages of one page. */
    private interface Printer {
        void print(List<Json> hits);
    }

    private Pages pages(Server server, Terminal terminal, long wanted, Printer printer) throws IOException {
        Pages pages = new Pages();
        Json page = first(server, size(wanted), terminal).json();
        Gaps.say(page, terminal, options.zone(terminal));
        while (true) {
            List<Json> hits = page.get("data").list();
            printer.print(hits);
            pages.total = total(page);
            pages.printed += hits.size();
            String next = page.get("next_cursor").text();
            String id = page.get("id").text();
            pages.next = next.isEmpty() ? null : id + ":" + next;
            if (pages.next == null || hits.isEmpty() || pages.printed >= wanted) {
                return pages;
            }
            page = page(server, id, next, size(wanted - pages.printed)).json();
        }
    }

    private static int size(long wanted) {
        return (int) Math.min(LARGEST_PAGE, wanted);
    }

    private HttpAnswer first(Server server, int size, Terminal terminal) throws IOException {
        if (cursor != null) {
            int colon = cursor.indexOf(':');
            if (colon < 1) {
                throw CliException.usage(
                        "--cursor " + cursor + ": this is no cursor. Take it from the last line of a search.");
            }
            return page(server, cursor.substring(0, colon), cursor.substring(colon + 1), size);
        }
        if (query == null) {
            throw CliException.usage(
                    "What should be searched? Give a query, such as 'from:ada budget', or '' for everything.");
        }
        JsonText request = new JsonText()
                .put("query", query)
                .put("time_range", options.timeRange(terminal))
                .put("limit", size);
        return server.post("/searches", request);
    }

    private static HttpAnswer page(Server server, String id, String cursor, int size) throws IOException {
        return server.get(
                "/searches/" + Server.encoded(id) + "/results?limit=" + size + "&cursor=" + Server.encoded(cursor));
    }

    private void pointAt(Refusal refusal, Terminal terminal) {
        PrintStream err = terminal.err();
        if (refusal.position() >= 0 && query != null && refusal.position() <= query.length()) {
            terminal.out().flush();
            err.println("  " + Plain.line(query));
            err.println("  " + " ".repeat(Table.width(query.substring(0, (int) refusal.position()))) + "^");
        }
    }
}
