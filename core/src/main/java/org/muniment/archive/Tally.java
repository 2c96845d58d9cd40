package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What came in when, in numbers, since the beginning. It follows with the index, and says the same again after it was
 * built anew from the store. Thread-safe, cheap.
 */
public interface Tally {
    /** The longest range of days that is answered. */
    int MOST_DAYS = 20_000;

    /**
     * What came in on each day of a range, both ends inclusive, empty days too. It is counted by the hour; an hour
     * belongs to the day in which it begins.
     *
     * @throws IllegalArgumentException if the range has more than {@link #MOST_DAYS} days
     */
    List<Day> days(LocalDate from, LocalDate to, ZoneId zone);

    /**
     * What the rules did on each day of a range, both ends inclusive, empty days too; hours and days as in {@link #days}.
     *
     * @throws IllegalArgumentException if the range has more than {@link #MOST_DAYS} days
     */
    List<RuleDay> ruleDays(LocalDate from, LocalDate to, ZoneId zone);

    /**
     * Mails that were left out between two moments, by the name of the reason; only reasons that had some. It is counted by
     * the hour; every hour that the time touches counts whole.
     */
    Map<String, Long> excluded(Instant from, Instant to);

    /**
     * How many of the archived messages were sent on each day (UTC) of a range, both ends inclusive, empty days too.
     * What claims to be from before 1970, or from later than the year after it was archived, counts at that border.
     *
     * @throws IllegalArgumentException if the range has more than {@link #MOST_DAYS} days
     */
    List<SentDay> sentDays(LocalDate from, LocalDate to);

    /**
     * How many distinct addresses of these domains take part in archived mail, as far as the index has come: as sender or
     * recipient in its fields or its envelopes, in any case. Sub-domains do not count. Exact up to a million for each
     * domain. Cheap for the organisation's domains; for others the index is asked each time.
     */
    long accounts(Set<String> domains) throws IOException;

    /**
     * Names the addresses of a domain that take part in archived mail, as far as the index has come, in lower case; some
     * perhaps more than once. Reads the list of all addresses there are, so it is nothing for every click.
     */
    void addresses(String domain, Consumer<String> each) throws IOException;

    /** Names those of them that take part in mail which was archived since then. Reads where each stands. */
    void addresses(String domain, Instant since, Consumer<String> each) throws IOException;

    /**
     * What came in on one day.
     *
     * @param archived messages kept
     * @param merged further sightings
     * @param excluded what rules left out
     * @param archivedBySource the messages kept, by kind of source: {@code smtp}, {@code import}, …; only kinds that
     *     brought some
     */
    record Day(LocalDate day, long archived, long merged, long excluded, Map<String, Long> archivedBySource) {}

    /**
     * What the rules did on one day.
     *
     * @param mails in how many mails a rule took part, by its number; only those that did. Rules 1 and 2 take part when
     *     copies become one message, rule 3 when a mail is kept beside another of the same Message-ID, rules 4, 8, 9 and
     *     12 when they keep mail out, 8 and 9 also when they leave out recipients, the others when such mail is kept
     * @param excluded mails that were left out, by the name of the reason; only reasons that had some
     */
    record RuleDay(LocalDate day, Map<Integer, Long> mails, Map<String, Long> excluded) {}

    /** How many archived messages were sent on one day. */
    record SentDay(LocalDate day, long archived) {}
}
