package org.muniment.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

/** Chance that falls the same way for the same seed, on every machine. Not thread-safe. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A moment of a working day within so many days before an end. */
    Instant workingTime(Instant end, int days, ZoneId zone) {
        LocalDate day = end.atZone(zone).toLocalDate().minusDays(between(1, days));
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        ZonedDateTime time =
                day.atTime(between(8, 17), between(0, 59), between(0, 59)).atZone(zone);
        return time.toInstant();
    }

    /** How long an answer takes: mostly hours, now and then days. */
    Duration answering() {
        return chance(0.8)
                ? Duration.ofSeconds(between(9 * 60, 5 * 3_600))
                : Duration.ofSeconds(between(16 * 3_600, 70 * 3_600));
    }
}
