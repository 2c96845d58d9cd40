package org.muniment.server.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Texts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

    private Texts() {}

    /** An instant of the server in a zone: {@code 2026-03-02 17:04:11 +08:00}; itself if it is none. */
    static String time(String instant, ZoneId zone) {
        return format(instant, zone, TIME);
    }

    /** The same without seconds and zone, for columns. */
    static String minute(String instant, ZoneId zone) {
        return format(instant, zone, MINUTE);
    }

    private static String format(String instant, ZoneId zone, DateTimeFormatter format) {
        try {
            return format.format(Instant.parse(instant).atZone(zone));
        } catch (DateTimeException e) {
            return Plain.line(instant);
        }
    }

    /** {@code 12,431}. */
    static String count(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder text = new StringBuilder(number < 0 ? "-" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** {@code 12,431 messages}, {@code 1 message}. */
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 98.1 MB}, in powers of 1,000. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double value = bytes / 1_000.0;
        int unit = 0;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        long tenths = Math.round(value * 10);
        return count(tenths / 10) + "." + tenths % 10 + " " + UNITS[unit];
    }

    /** {@code 2:13}, {@code 1:02:13}. */
    static String duration(long seconds) {
        String minutes = Long.toString(seconds / 60 % 60);
        String rest = two(seconds % 60);
        return seconds < 3_600 ? minutes + ":" + rest : seconds / 3_600 + ":" + two(seconds / 60 % 60) + ":" + rest;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
