package org.muniment.server.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The days on which archiving was off, or off in part: mail of these was not archived. */
@Command(
        name = "coverage",
        description = "Lists the days on which archiving was off for some time, and how much mail was not kept.")
final class CoverageCommand implements Action {

    @Option(
            names = "--date",
            required = true,
            paramLabel = "RANGE",
            description = "2026-01-01..2026-03-31, 2026-01, 2025 or \"last 30d\": days with a beginning.")
    private String date = "";

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description = "Zone of the days, such as Europe/Berlin (default: yours).")
    private @Nullable String zone;

    @Mixin
    private AsJson asJson = new AsJson();

    @Override
    public int run(Cli cli) throws IOException {
        Terminal terminal = cli.terminal();
        ZoneId in = zone == null ? terminal.clock().getZone() : QueryOptions.zone("--tz", zone);
        DateRange range = DateRange.parse(date, terminal.clock(), in);
        String from = range.from();
        if (from == null) {
            throw CliException.usage("--date " + date + ": it has no beginning. Name the first day.");
        }
        String to = Objects.requireNonNullElseGet(
                range.to(), () -> LocalDate.now(terminal.clock().withZone(in)).toString());
        String path = "/stats/coverage?from=" + Server.encoded(from) + "&to=" + Server.encoded(to) + "&tz="
                + Server.encoded(in.getId());
        try (Server server = cli.asPerson()) {
            asJson.print(server.get(path), terminal.out(), days -> print(days, terminal));
            return ExitCode.OK;
        }
    }

    private static void print(Json days, Terminal terminal) {
        Table table = new Table(
                Table.Column.left("DAY"),
                Table.Column.left("ARCHIVING"),
                Table.Column.right("OFF FOR"),
                Table.Column.right("NOT KEPT"));
        long on = 0;
        for (Json day : days.get("data").list()) {
            switch (day.get("state").text()) {
                case "on" -> on++;
                case "none" -> {} // before the organisation was there, or in the future
                default ->
                    table.row(
                            day.get("day").text(),
                            day.get("state").text(),
                            Texts.duration(day.get("off_seconds").number()),
                            Texts.count(day.get("not_kept").number()));
            }
        }
        table.print(terminal.out(), terminal.width());
        terminal.out().println("On without a gap: " + Texts.count(on, "day"));
    }
}
