package org.muniment.server.settings;

import java.util.Locale;
import java.util.OptionalLong;

/** Sizes as people write them: {@code 1048576}, {@code 64m}, {@code 64 MiB}; units are powers of 1,024. */
final class ByteSize {
    private static final int MOST_DIGITS = 15;

    private ByteSize() {}

    static OptionalLong parse(String text) {
        String size = text.strip().toLowerCase(Locale.ROOT);
        int digits = 0;
        while (digits < size.length() && size.charAt(digits) >= '0' && size.charAt(digits) <= '9') {
            digits++;
        }
        int shift = shift(size.substring(digits).strip());
        if (digits == 0 || digits > MOST_DIGITS || shift < 0) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(size, 0, digits, 10);
        return number > Long.MAX_VALUE >> shift ? OptionalLong.empty() : OptionalLong.of(number << shift);
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "", "b" -> 0;
            case "k", "kb", "kib" -> 10;
            case "m", "mb", "mib" -> 20;
            case "g", "gb", "gib" -> 30;
            default -> -1;
        };
    }

    /** The size with the largest unit that leaves a whole number. */
    static String show(long bytes) {
        if (bytes != 0 && bytes % (1L << 30) == 0) {
            return (bytes >> 30) + "g";
        }
        return bytes != 0 && bytes % (1L << 20) == 0 ? (bytes >> 20) + "m" : Long.toString(bytes);
    }
}
