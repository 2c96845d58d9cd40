package org.muniment.server.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time range as people type it: whole days, both ends inclusive.
 *
 * <p>{@code 2026-01-31}, {@code 2026-01}, {@code 2026}, two of them with {@code ..} between, either of which may be
 * missing, {@code last 30d} (or {@code w}, {@code m}, {@code y}; up to and including today), or {@code all}. An end may
 * also be an instant, {@code 2026-01-31T08:00:00Z}.
 *
 * @param from first day or instant; {@code null} if open
 * @param to last day or instant; {@code null} if open
 * @param all whether everything was asked for by name
 */
record DateRange(@Nullable String from, @Nullable String to, boolean all) {
    private static final String HOW =
            " Write 2026-01-01..2026-03-31, 2026-01, 2025, ..2026-01-01, \"last 30d\" or all.";

    static DateRange parse(String text, Clock clock, ZoneId zone) throws CliException {
        String range = text.strip().toLowerCase(Locale.ROOT);
        if (range.equals("all")) {
            return new DateRange(null, null, true);
        }
        if (range.startsWith("last ")) {
            return last(range.substring(5).strip(), LocalDate.now(clock.withZone(zone)), text);
        }
        int dots = range.indexOf("..");
        String start = dots < 0 ? range : range.substring(0, dots);
        String end = dots < 0 ? range : range.substring(dots + 2);
        if (start.isEmpty() && end.isEmpty()) {
            throw wrong(text, "it has no date in it");
        }
        DateRange parsed = new DateRange(
                start.isEmpty() ? null : first(start, text), end.isEmpty() ? null : last(end, text), false);
        return parsed.checked(text);
    }

    private static DateRange last(String span, LocalDate today, String text) throws CliException {
        if (!span.matches("[0-9]{1,4} ?[dwmy]")) {
            throw wrong(text, "\"" + span + "\" is no span such as 30d, 4w, 6m or 1y");
        }
        long count = Long.parseLong(span.replaceAll("[^0-9]", ""));
        LocalDate from = switch (span.charAt(span.length() - 1)) {
            case 'd' -> today.minusDays(count);
            case 'w' -> today.minusWeeks(count);
            case 'm' -> today.minusMonths(count);
            default -> today.minusYears(count);
        };
        return new DateRange(from.toString(), today.toString(), false);
    }

    private static String first(String part, String text) throws CliException {
        try {
            return switch (part.length()) {
                case 4 -> Year.parse(part).atDay(1).toString();
                case 7 -> YearMonth.parse(part).atDay(1).toString();
                case 10 -> LocalDate.parse(part).toString();
                default -> Instant.parse(part.toUpperCase(Locale.ROOT)).toString();
            };
        } catch (DateTimeException e) {
            throw wrong(text, "\"" + part + "\" is no date", e);
        }
    }

    private static String last(String part, String text) throws CliException {
        String first = first(part, text);
        return switch (part.length()) {
            case 4 -> part + "-12-31";
            case 7 -> YearMonth.parse(part).atEndOfMonth().toString();
            default -> first;
        };
    }

    private DateRange checked(String text) throws CliException {
        // Days and instants compare as text as far as their days go.
        if (from != null && to != null && from.substring(0, 10).compareTo(to.substring(0, 10)) > 0) {
            throw wrong(text, "it ends before it begins");
        }
        return this;
    }

    private static CliException wrong(String text, String why) {
        return CliException.usage("--date " + text + ": " + why + "." + HOW);
    }

    private static CliException wrong(String text, String why, Exception cause) {
        return new CliException(ExitCode.USAGE, wrong(text, why).getMessage() + "", cause);
    }

    /** The range as the server wants it. */
    JsonText json(String field, ZoneId zone) {
        JsonText json = new JsonText().put("from", from).put("to", to);
        if (all) {
            json.put("all", true);
        }
        return json.put("field", field).put("tz", zone.getId());
    }
}
