package org.muniment.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.TimeRange;

class TimeRangeBodyTest {

    @Test
    void datesAreWholeDaysOfTheZoneWithBothEnds() {
        assertThat(range("2026-03-29", "2026-03-29", null, "Europe/Berlin"))
                .as("the day on which summer time begins has 23 hours")
                .isEqualTo(new TimeRange(
                        Instant.parse("2026-03-28T23:00:00Z"),
                        Instant.parse("2026-03-29T21:59:59.999999999Z"),
                        DateField.SENT));
    }

    @Test
    void timesAreTakenAsTheyAre() {
        assertThat(range("2026-01-01T08:00:00+08:00", null, null, "Europe/Berlin"))
                .isEqualTo(new TimeRange(Instant.parse("2026-01-01T00:00:00Z"), null, DateField.SENT));
    }

    @Test
    void allHasNoBounds() {
        assertThat(range(null, null, true, null)).isEqualTo(new TimeRange(null, null, DateField.SENT));
    }

    @Test
    void nothingAtAllIsRefusedAsSuch() {
        assertThatThrownBy(() -> range(null, null, null, null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TIME_RANGE_REQUIRED));
        assertThatThrownBy(() -> TimeRangeBody.range(null)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertThatThrownBy(() -> range("2026-02-30", null, null, null))
                .hasMessageStartingWith("The field /time_range/from is no date");
        assertThatThrownBy(() -> range("2026-02-02", "2026-02-01", null, null))
                .hasMessage("time_range.from lies after time_range.to.");
        assertThatThrownBy(() -> range("2026-02-02", null, true, null))
                .hasMessage("time_range.all=true goes with neither from nor to.");
        assertThatThrownBy(() -> range("2026-02-02", null, null, "Mars/Olympus"))
                .hasMessageStartingWith("The field /time_range/tz is no time zone");
    }

    private static TimeRange range(
            @Nullable String from, @Nullable String to, @Nullable Boolean all, @Nullable String zone) {
        return TimeRangeBody.range(new TimeRangeBody(from, to, all, null, zone));
    }
}
