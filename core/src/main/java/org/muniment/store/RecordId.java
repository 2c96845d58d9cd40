package org.muniment.store;

import java.util.regex.Pattern;

/**
 * The number of a record, dense per writer and never reused.
 *
 * @param writer the writer's name, 4 to 12 of {@code [a-z0-9]}
 * @param number from 1
 */
public record RecordId(String writer, long number) {
    private static final Pattern WRITER = Pattern.compile("[a-z0-9]{4,12}");
    private static final int MAX_DIGITS = 18;

    public RecordId {
        if (!isWriter(writer) || number < 1) {
            throw new IllegalArgumentException("A record id is <writer>-<number>, not " + writer + "-" + number);
        }
    }

    /**
     * Reads {@code <writer>-<number>}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static RecordId parse(String text) {
        int dash = text.indexOf('-');
        String digits = text.substring(dash + 1);
        if (dash < 0 || digits.isEmpty() || digits.length() > MAX_DIGITS || !isNumber(digits)) {
            throw new IllegalArgumentException("A record id is <writer>-<number>, not " + text);
        }
        return new RecordId(text.substring(0, dash), Long.parseLong(digits));
    }

    static boolean isWriter(String name) {
        return WRITER.matcher(name).matches();
    }

    private static boolean isNumber(String digits) {
        return digits.charAt(0) != '0' && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return writer + "-" + number;
    }
}
