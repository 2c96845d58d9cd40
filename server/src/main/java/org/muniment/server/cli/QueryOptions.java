package org.muniment.server.cli;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a search and an export of a search have in common: the time range and how it is meant. */
final class QueryOptions {

    /** Which time of a message counts. */
    enum Time {
        SENT,
        ARCHIVED
    }

    @Option(
            names = "--date",
            paramLabel = "RANGE",
            description = "Required: 2026-01-01..2026-03-31, 2026-01, 2025, ..2026-01-01, \"last 30d\" or all.")
    private @Nullable String date;

    @Option(names = "--by", paramLabel = "TIME", description = "sent or archived: which time counts (default: sent).")
    private Time by = Time.SENT;

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            description = "Zone of the days, such as Europe/Berlin (default: yours).")
    private @Nullable String zone;

    boolean given() {
        return date != null;
    }

    /** The request's time range. */
    JsonText timeRange(Terminal terminal) throws CliException {
        if (date == null) {
            throw CliException.usage(
                    "A search needs a time range. Add --date 2026-01-01..2026-03-31, --date \"last 30d\""
                            + " or --date all.");
        }
        ZoneId in = zone(terminal);
        return DateRange.parse(date, terminal.clock(), in).json(by.name().toLowerCase(Locale.ROOT), in);
    }

    /** The zone that days are counted in and times are shown in. */
    ZoneId zone(Terminal terminal) throws CliException {
        return zone == null ? terminal.clock().getZone() : zone("--tz", zone);
    }

    /** The zone of that name, which an option gave. */
    static ZoneId zone(String option, String name) throws CliException {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new CliException(
                    ExitCode.USAGE,
                    option + " " + name
                            + ": there is no such time zone. Write it as Europe/Berlin, Asia/Shanghai or UTC.",
                    e);
        }
    }
}
