package org.muniment.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Set;
import java.util.StringTokenizer;

/**
 * Tells the line that separates two mails of an mbox from a sentence that begins with "From ".
 *
 * <p>RFC 4155 wants {@code From }, an address and a date as of asctime. Real files write anything as the address
 * ({@code MAILER-DAEMON}, {@code user at example.com}, {@code -}, nothing) and add a time zone before or after the
 * year, so only the date is asked for: a day of the week, then month, day, time and year, or day, month, year and time,
 * and no more than a few words behind them.
 */
final class Separator {
    /** A line longer than this separates nothing, bytes. */
    static final int LONGEST = 1_000;

    private static final Set<String> WEEKDAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Set<String> MONTHS =
            Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int WORDS_BEHIND = 4;

    private Separator() {}

    /** Whether a line begins with "From ". */
    static boolean begins(byte[] line, int start, int end) {
        return end - start >= 5
                && line[start] == 'F'
                && line[start + 1] == 'r'
                && line[start + 2] == 'o'
                && line[start + 3] == 'm'
                && line[start + 4] == ' ';
    }

    /** Whether a line, without its line end, is a separator. */
    static boolean is(byte[] line, int start, int end) {
        if (end - start > LONGEST || !begins(line, start, end)) {
            return false;
        }
        String[] words = words(line, start, end);
        for (int at = 1; at + 4 < words.length; at++) {
            if (WEEKDAYS.contains(withoutComma(words[at])) && datedFrom(words, at + 1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a separator is the line that {@code git format-patch} puts before each patch. It stands in the bodies of
     * many mails, so it separates only in a file that begins with one.
     */
    static boolean ofGit(byte[] line, int start, int end) {
        String[] words = words(line, start, end);
        return words.length == 7
                && words[1].length() >= 40
                && String.join(" ", words).endsWith(" Mon Sep 17 00:00:00 2001");
    }

    private static String[] words(byte[] line, int start, int end) {
        StringTokenizer words = new StringTokenizer(new String(line, start, end - start, US_ASCII), " \t\r");
        String[] array = new String[words.countTokens()];
        for (int i = 0; i < array.length; i++) {
            array[i] = words.nextToken();
        }
        return array;
    }

    private static boolean datedFrom(String[] words, int at) {
        return asctime(words, at) || internet(words, at);
    }

    /** {@code Jan 31 10:00[:00] [zone] 2026 …}. */
    private static boolean asctime(String[] words, int at) {
        if (!MONTHS.contains(words[at]) || !dayOfMonth(words[at + 1]) || !time(words[at + 2])) {
            return false;
        }
        int year = at + 3;
        if (year < words.length && !year(words[year])) {
            year++;
        }
        return year < words.length && year(words[year]) && words.length - year - 1 <= WORDS_BEHIND;
    }

    /** {@code 31 Jan 2026 10:00[:00] …}. */
    private static boolean internet(String[] words, int at) {
        return at + 3 < words.length
                && dayOfMonth(words[at])
                && MONTHS.contains(words[at + 1])
                && year(words[at + 2])
                && time(words[at + 3])
                && words.length - at - 4 <= WORDS_BEHIND;
    }

    private static String withoutComma(String word) {
        return word.endsWith(",") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean dayOfMonth(String word) {
        return word.length() <= 2 && digits(word, 0, word.length());
    }

    private static boolean year(String word) {
        return word.length() == 4 && digits(word, 0, 4);
    }

    private static boolean time(String word) {
        int colon = word.indexOf(':');
        return (colon == 1 || colon == 2)
                && digits(word, 0, colon)
                && word.length() >= colon + 3
                && digits(word, colon + 1, colon + 3)
                && (word.length() == colon + 3 || word.charAt(colon + 3) == ':');
    }

    private static boolean digits(String word, int from, int to) {
        for (int i = from; i < to; i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }
}
