package org.muniment.server.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.server.language.Message;

/** Days that a request asks about, both ends inclusive. */
record DayRange(LocalDate from, LocalDate to, ZoneId zone) {
    private static final int MOST_DAYS = 3_700;

    /** The range of these parameters. */
    static DayRange of(@Nullable String from, @Nullable String to, @Nullable String tz) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        long days = ChronoUnit.DAYS.between(first, last);
        if (days < 0 || days > MOST_DAYS) {
            throw Problem.field("to", "invalid", Message.of("stats.span", MOST_DAYS))
                    .exception();
        }
        return new DayRange(first, last, zone(tz));
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
}
