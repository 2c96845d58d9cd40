package org.muniment.server.api;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.server.archives.ArchiveSwitch;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.security.Caller;
import org.muniment.server.security.Reauthentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sums the archive up, turns archiving on and off, and tells when it was on. */
@RestController
@RequestMapping("/api/v1/archive")
final class ArchiveController {
    private static final int LONGEST_REASON = 1_000;

    private final ArchiveSwitch archiveSwitch;
    private final ArchivePeriods periods;
    private final OpenArchives archives;
    private final Overview overview;
    private final Reauthentication reauthentication;

    ArchiveController(
            ArchiveSwitch archiveSwitch,
            ArchivePeriods periods,
            OpenArchives archives,
            Overview overview,
            Reauthentication reauthentication) {
        this.archiveSwitch = archiveSwitch;
        this.periods = periods;
        this.archives = archives;
        this.overview = overview;
        this.reauthentication = reauthentication;
    }

    record Change(@Nullable Boolean enabled, @Nullable String reason) {}

    record PeriodView(
            Instant started,
            @Nullable Instant ended,
            String startedBy,
            String startedReason,
            @Nullable String endedBy,
            @Nullable String endedReason) {
        static PeriodView of(ArchivePeriods.Entry entry) {
            return new PeriodView(
                    entry.period().started(),
                    entry.period().ended(),
                    entry.startedBy(),
                    entry.startReason(),
                    entry.endedBy(),
                    entry.endReason());
        }
    }

    record Periods(List<PeriodView> data) {}

    @GetMapping
    ArchiveSummary summary(@AuthenticationPrincipal Caller caller) throws IOException {
        return overview.summary(caller.own(archives));
    }

    @PatchMapping
    ArchiveSummary change(@RequestBody Change change, @AuthenticationPrincipal Caller caller) throws IOException {
        reauthentication.require(caller);
        boolean on = Required.value("/enabled", change.enabled());
        String reason = Required.text("/reason", change.reason(), LONGEST_REASON);
        OpenArchives.Opened own = caller.own(archives);
        archiveSwitch.turn(own.organisation().id(), on, reason, caller.actor());
        return overview.summary(own);
    }

    @GetMapping("/periods")
    Periods periods(@AuthenticationPrincipal Caller caller) {
        String organisation = caller.own(archives).organisation().id();
        return new Periods(
                periods.history(organisation).stream().map(PeriodView::of).toList());
    }
}
