package org.muniment.server.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Tally;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ArchivePeriod;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.security.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells for each day whether archiving was on, and how many mails were not kept. */
@RestController
final class CoverageController {
    private final OpenArchives archives;
    private final ArchivePeriods periods;
    private final InstantSource clock;

    CoverageController(OpenArchives archives, ArchivePeriods periods, InstantSource clock) {
        this.archives = archives;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * One day.
     *
     * @param state {@code on}, {@code off}, {@code partly}; {@code none} before the organisation was set up, and in the
     *     future
     * @param offSeconds for how long it was off, as far as the day has come
     * @param notKept mails that came and were not kept because archiving was off
     * @param noOpenAccount mails that came and were not kept because no open account took part
     */
    record Day(LocalDate day, String state, long offSeconds, long notKept, long noOpenAccount) {}

    record View(Instant asOf, List<Day> data) {}

    @GetMapping("/api/v1/stats/coverage")
    View coverage(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String tz,
            @AuthenticationPrincipal Caller caller) {
        DayRange range = DayRange.of(from, to, tz);
        OpenArchives.Opened own = caller.own(archives);
        Instant now = clock.instant();
        Instant begin = own.organisation().created();
        List<ArchivePeriod> on = periods.history(own.organisation().id()).stream()
                .map(ArchivePeriods.Entry::period)
                .toList();
        List<Day> days = new ArrayList<>();
        for (Tally.RuleDay counted : own.archive().tally().ruleDays(range.from(), range.to(), range.zone())) {
            days.add(day(counted, range.zone(), begin, now, on));
        }
        return new View(now, days);
    }

    private static Day day(Tally.RuleDay counted, ZoneId zone, Instant begin, Instant now, List<ArchivePeriod> on) {
        Instant from = latest(counted.day().atStartOfDay(zone).toInstant(), begin);
        Instant to = earliest(counted.day().plusDays(1).atStartOfDay(zone).toInstant(), now);
        long length = to.getEpochSecond() - from.getEpochSecond();
        if (!from.isBefore(to)) {
            return new Day(counted.day(), "none", 0, 0, 0);
        }
        long covered = 0;
        boolean whole = false;
        for (ArchivePeriod period : on) {
            Instant ended = period.ended() == null ? now : period.ended();
            whole |= !period.started().isAfter(from) && !ended.isBefore(to);
            Instant first = latest(period.started(), from);
            Instant last = earliest(ended, to);
            covered += Math.max(0, last.getEpochSecond() - first.getEpochSecond());
        }
        boolean touched = on.stream()
                .anyMatch(period -> period.started().isBefore(to)
                        && (period.ended() == null || period.ended().isAfter(from)));
        String state = whole ? "on" : touched ? "partly" : "off";
        long off = whole ? 0 : Math.max(0, length - covered);
        return new Day(
                counted.day(),
                state,
                off,
                NotKept.whileOff(counted.excluded()),
                NotKept.withoutAccount(counted.excluded()));
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earliest(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
