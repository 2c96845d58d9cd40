package org.muniment.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date and time as mail has it: RFC 5322, sections 3.3 and 4.3, and what real programs write instead, such as
 * {@code asctime} order, ISO 8601, comments, month names in full, or no zone, which is taken for UTC.
 */
final class DateReader {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final int LONGEST = 200;

    private int year = -1;
    private int month;
    private int day;
    private int seconds = -1;
    private int offset;
    private boolean zoneKnown;

    private DateReader() {}

    /** The moment that a text names, or {@code null} if it names none. */
    static @Nullable Instant read(String text) {
        var reader = new DateReader();
        reader.tokens(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return reader.instant();
    }

    private void tokens(String text) {
        int at = 0;
        int comments = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(' || c == ')') {
                comments = Math.max(0, comments + (c == '(' ? 1 : -1));
                at++;
            } else if (comments > 0 || c <= ' ' || c == ',' || c == ';') {
                at++;
            } else {
                int end = tokenEnd(text, at);
                token(text.substring(at, end));
                at = end;
            }
        }
    }

    private static int tokenEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ' && ",;()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private void token(String token) {
        char first = token.charAt(0);
        if (seconds >= 0 && (first == '+' || first == '-')) {
            numericZone(token);
        } else if (isDigit(first)) {
            numeric(token);
        } else {
            word(token.toLowerCase(Locale.ROOT));
        }
    }

    private void numeric(String token) {
        int hyphen = token.indexOf('-');
        int colon = token.indexOf(':');
        int t = token.indexOf('T');
        if (hyphen > 0 && (colon < 0 || hyphen < colon)) {
            date(t > 0 ? token.substring(0, t) : token);
            if (t > 0 && t + 1 < token.length()) {
                numeric(token.substring(t + 1));
            }
        } else if (colon > 0) {
            time(token);
        } else {
            number(token);
        }
    }

    /** {@code 2001-02-03} or {@code 3-Feb-2001}. */
    private void date(String token) {
        boolean iso = token.indexOf('-') == 4;
        int from = 0;
        for (int part = 0; part < 3 && from < token.length(); part++) {
            int hyphen = token.indexOf('-', from);
            int end = hyphen < 0 ? token.length() : hyphen;
            String text = token.substring(from, end);
            from = end + 1;
            if (iso && part == 1) {
                month = value(text);
            } else if (!text.isEmpty() && isDigit(text.charAt(0))) {
                number(text);
            } else if (!text.isEmpty()) {
                word(text.toLowerCase(Locale.ROOT));
            }
        }
    }

    private void number(String token) {
        int digits = digits(token);
        int value = value(token);
        if (digits <= 2 && day == 0 && value >= 1 && value <= 31) {
            day = value;
        } else if (year < 0) {
            year = digits >= 4 ? value : value < 50 && digits == 2 ? 2000 + value : 1900 + value;
        }
    }

    private void time(String token) {
        int[] parts = new int[3];
        int at = 0;
        for (int i = 0; i < 3 && at < token.length(); i++) {
            int digits = digits(token.substring(at, Math.min(token.length(), at + 3)));
            parts[i] = value(token.substring(at, at + digits));
            at += digits;
            if (at >= token.length() || token.charAt(at) != ':') {
                break;
            }
            at++;
        }
        if (parts[0] < 25 && parts[1] < 60 && parts[2] < 62 && seconds < 0) {
            seconds = parts[0] * 3600 + parts[1] * 60 + Math.min(59, parts[2]);
            zoneBehind(token, at);
        }
    }

    /** A zone written right behind the time, as in {@code 10:00:00.000Z} or {@code 10:00:00+0200}. */
    private void zoneBehind(String token, int from) {
        int at = from;
        while (at < token.length() && (isDigit(token.charAt(at)) || token.charAt(at) == '.')) {
            at++;
        }
        if (at < token.length()) {
            token(token.substring(at));
        }
    }

    private void numericZone(String token) {
        String digits = token.substring(1).replace(":", "");
        if (digits.length() == 4 && digits(digits) == 4 && !zoneKnown) {
            int value = value(digits);
            int minutes = value / 100 * 60 + value % 100;
            if (minutes <= 24 * 60) {
                offset = (token.charAt(0) == '-' ? -60 : 60) * minutes;
                zoneKnown = true;
            }
        }
    }

    private void word(String word) {
        int at = word.length() >= 3 ? MONTHS.indexOf(word.substring(0, 3)) : -1;
        if (at >= 0 && at % 3 == 0 && month == 0) {
            month = at / 3 + 1;
        } else if (word.startsWith("pm") && seconds >= 0 && seconds < 12 * 3600) {
            seconds += 12 * 3600;
        } else if (word.startsWith("am") && seconds >= 12 * 3600) {
            seconds -= 12 * 3600;
        } else if (word.length() > 3 && (word.startsWith("gmt") || word.startsWith("utc"))) {
            numericZone(word.substring(3));
        } else if (seconds >= 0 && !zoneKnown) {
            namedZone(word);
        }
    }

    /** The zones of RFC 5322, section 4.3, and the common ones of Europe and Asia that mean only one thing. */
    private void namedZone(String word) {
        int hours = switch (word) {
            case "edt" -> -4;
            case "est", "cdt" -> -5;
            case "cst", "mdt" -> -6;
            case "mst", "pdt" -> -7;
            case "pst" -> -8;
            case "wet", "gmt", "ut", "utc", "z" -> 0;
            case "cet", "met", "mez" -> 1;
            case "cest", "mest", "mesz", "eet" -> 2;
            case "eest", "msk" -> 3;
            case "hkt", "sgt" -> 8;
            case "jst", "kst" -> 9;
            default -> 24;
        };
        if (hours < 24) {
            offset = hours * 3600;
            zoneKnown = true;
        }
    }

    private @Nullable Instant instant() {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day == 0) {
            return null;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            return Instant.ofEpochSecond(days * 86_400 + Math.max(0, seconds) - offset);
        } catch (DateTimeException e) {
            return null; // the 30th of February
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int digits(String text) {
        int digits = 0;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits;
    }

    /** The number at the start of a text, at most eight digits of it. */
    private static int value(String text) {
        int value = 0;
        for (int i = 0; i < Math.min(8, digits(text)); i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }
}
