package org.muniment.server.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Tally;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.language.Message;
import org.muniment.server.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Counts messages per day; shows none. */
@RestController
final class StatsController {
    private static final int MOST_DAYS = 3_700;

    private final OpenArchives archives;
    private final InstantSource clock;

    StatsController(OpenArchives archives, InstantSource clock) {
        this.archives = archives;
        this.clock = clock;
    }

    record Day(LocalDate day, long archived, long merged, long excluded, long failed, Map<String, Long> bySource) {
        static Day of(Tally.Day day) {
            // What fails fails where it is read, and never becomes a record: imports count it.
            return new Day(day.day(), day.archived(), day.merged(), day.excluded(), 0, day.archivedBySource());
        }

        static Day of(Tally.SentDay day) {
            return new Day(day.day(), day.archived(), 0, 0, 0, Map.of());
        }
    }

    record View(Instant asOf, List<Day> data) {}

    @GetMapping("/api/v1/stats/ingest")
    View ingest(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String tz,
            @RequestParam(required = false) @Nullable String by,
            @AuthenticationPrincipal Caller caller) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        long days = ChronoUnit.DAYS.between(first, last);
        if (days < 0 || days > MOST_DAYS) {
            throw Problem.field("to", "invalid", Message.of("stats.span", MOST_DAYS))
                    .exception();
        }
        Tally tally = caller.own(archives).archive().tally();
        ZoneId zone = zone(tz);
        Instant asOf = clock.instant();
        return new View(
                asOf,
                bySent(by)
                        ? tally.sentDays(first, last).stream().map(Day::of).toList()
                        : tally.days(first, last, zone).stream().map(Day::of).toList());
    }

    private static LocalDate day(String name, @Nullable String text) {
        try {
            return LocalDate.parse(Required.value(name, text));
        } catch (DateTimeException e) {
            throw Problem.field(name, "invalid", Message.of("invalid.day", name))
                    .exception();
        }
    }

    private static ZoneId zone(@Nullable String tz) {
        try {
            return tz == null ? ZoneOffset.UTC : ZoneId.of(tz);
        } catch (DateTimeException e) {
            throw Problem.field("tz", "invalid", Message.of("invalid.zone", "tz"))
                    .exception();
        }
    }

    private static boolean bySent(@Nullable String by) {
        return switch (by == null ? "archived" : by) {
            case "archived" -> false;
            case "sent" -> true;
            default ->
                throw Problem.field("by", "invalid", Message.of("invalid.one-of", "by", "archived, sent"))
                        .exception();
        };
    }
}
