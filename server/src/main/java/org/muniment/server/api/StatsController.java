package org.muniment.server.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
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
        DayRange range = DayRange.of(from, to, tz);
        Tally tally = caller.own(archives).archive().tally();
        Instant asOf = clock.instant();
        return new View(
                asOf,
                bySent(by)
                        ? tally.sentDays(range.from(), range.to()).stream()
                                .map(Day::of)
                                .toList()
                        : tally.days(range.from(), range.to(), range.zone()).stream()
                                .map(Day::of)
                                .toList());
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
