package org.muniment.server.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.server.language.Message;

/**
 * The one required condition of every search. Dates are whole days of a zone, both ends inclusive.
 *
 * @param all that there is no bound, said in so many words
 * @param field {@code sent} (the preset) or {@code archived}
 * @param tz an IANA zone, preset UTC
 */
record TimeRangeBody(
        @Nullable String from,
        @Nullable String to,
        @Nullable Boolean all,
        @Nullable String field,
        @Nullable String tz) {
    private static final String WHERE = "/time_range";
    private static final int DATE_LENGTH = "2026-01-01".length();

    /** The range that is meant. */
    static TimeRange range(@Nullable TimeRangeBody body) {
        if (body == null || (body.from == null && body.to == null && !Boolean.TRUE.equals(body.all))) {
            throw Problem.field(ProblemCode.TIME_RANGE_REQUIRED, WHERE, "required", Message.of("time-range.required"))
                    .exception();
        }
        return body.bounded();
    }

    private TimeRange bounded() {
        if (Boolean.TRUE.equals(all) && (from != null || to != null)) {
            throw Problem.field(WHERE, "invalid", Message.of("time-range.all")).exception();
        }
        ZoneId zone = zone();
        Instant first = from == null ? null : instant("/from", from, zone, false);
        Instant last = to == null ? null : instant("/to", to, zone, true);
        if (first != null && last != null && first.isAfter(last)) {
            throw Problem.field(WHERE, "invalid", Message.of("time-range.order"))
                    .exception();
        }
        return new TimeRange(first, last, by());
    }

    private DateField by() {
        return switch (field == null ? "sent" : field) {
            case "sent" -> DateField.SENT;
            case "archived" -> DateField.ARCHIVED;
            default ->
                throw Problem.field(
                                WHERE + "/field",
                                "invalid",
                                Message.of("invalid.one-of", "/time_range/field", "sent, archived"))
                        .exception();
        };
    }

    private ZoneId zone() {
        try {
            return tz == null ? ZoneOffset.UTC : ZoneId.of(tz);
        } catch (DateTimeException e) {
            throw Problem.field(WHERE + "/tz", "invalid", Message.of("invalid.zone", "/time_range/tz"))
                    .exception();
        }
    }

    private static Instant instant(String name, String text, ZoneId zone, boolean end) {
        try {
            if (text.length() > DATE_LENGTH) {
                return OffsetDateTime.parse(text).toInstant();
            }
            LocalDate day = LocalDate.parse(text);
            return end
                    ? day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1)
                    : day.atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw Problem.field(WHERE + name, "invalid", Message.of("time-range.date", WHERE + name))
                    .exception();
        }
    }
}
