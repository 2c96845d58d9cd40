package org.muniment.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Status;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.ArchivePeriod;
import org.muniment.server.database.ArchivePeriods;
import org.muniment.server.database.Organisation;

/** What to know about the result of a search: what cannot be found because it was never there, or not yet. */
final class SearchNotes {
    private static final String ARCHIVING_OFF = "archiving-off";
    private static final String NO_OPEN_ACCOUNT = "no-open-account";
    private static final String INDEX_BEHIND = "index-behind";
    private static final int MOST = 50;

    private final ArchivePeriods periods;
    private final InstantSource clock;

    SearchNotes(ArchivePeriods periods, InstantSource clock) {
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * One note.
     *
     * @param to {@code null} while archiving is still off
     * @param count of messages that cannot be found yet, or of mails that came and were not kept, because archiving was off
     *     or no open account took part
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Note(
            String code,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long count) {}

    /** The notes on a search of that archive in that range. */
    List<Note> on(OpenArchives.Opened opened, TimeRange range) {
        List<Note> notes = new ArrayList<>();
        Status status = opened.archive().status();
        for (Note off : off(opened)) {
            if (touches(range, off) && notes.size() < MOST) {
                notes.add(counted(opened, off));
            }
        }
        long closed = withoutAccount(opened, range);
        if (closed > 0) {
            notes.add(new Note(NO_OPEN_ACCOUNT, null, null, closed));
        }
        long behind = status.archived() - status.indexed();
        if (behind > 0) {
            notes.add(new Note(INDEX_BEHIND, null, null, behind));
        }
        return notes;
    }

    /**
     * The times in which archiving was off, newest first. The time between set-up and first turning on counts if mail
     * came then and was not kept: else nothing was there to miss.
     */
    private List<Note> off(OpenArchives.Opened opened) {
        Organisation organisation = opened.organisation();
        List<Note> off = new ArrayList<>();
        Instant next = null;
        for (ArchivePeriods.Entry entry : periods.history(organisation.id())) {
            ArchivePeriod on = entry.period();
            if (on.ended() != null) {
                off.add(new Note(ARCHIVING_OFF, on.ended(), next, null));
            }
            next = on.started();
        }
        if (next == null || notKept(opened, organisation.created(), next) > 0) {
            off.add(new Note(ARCHIVING_OFF, organisation.created(), next, null));
        }
        return off;
    }

    /** Mails that came in that time and were not kept because no open account took part. */
    private long withoutAccount(OpenArchives.Opened opened, TimeRange range) {
        Instant from = opened.organisation().created();
        Instant to = clock.instant();
        if (range.from() != null && range.from().isAfter(from)) {
            from = range.from();
        }
        if (range.to() != null && range.to().isBefore(to)) {
            to = range.to();
        }
        return from.isBefore(to)
                ? NotKept.withoutAccount(opened.archive().tally().excluded(from, to))
                : 0;
    }

    /** With the number of mails that came in the gap and were not kept. */
    private Note counted(OpenArchives.Opened opened, Note off) {
        Instant end = off.to() == null ? clock.instant() : off.to();
        return new Note(off.code(), off.from(), off.to(), notKept(opened, Objects.requireNonNull(off.from()), end));
    }

    private static long notKept(OpenArchives.Opened opened, Instant from, Instant to) {
        return NotKept.whileOff(opened.archive().tally().excluded(from, to));
    }

    private boolean touches(TimeRange range, Note off) {
        Instant end = off.to() == null ? clock.instant() : off.to();
        return (range.from() == null || range.from().isBefore(end))
                && (range.to() == null || !range.to().isBefore(off.from()));
    }
}
