package org.muniment.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRangeTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-01-01..2026-03-31, 2026-01-01, 2026-03-31",
        "2026-01, 2026-01-01, 2026-01-31",
        "2024-02, 2024-02-01, 2024-02-29",
        "2025, 2025-01-01, 2025-12-31",
        "2025-11..2026, 2025-11-01, 2026-12-31",
        "2026-03-02, 2026-03-02, 2026-03-02",
        "..2026-01-01, , 2026-01-01",
        "2026-01-01.., 2026-01-01,",
        "last 30d, 2026-01-31, 2026-03-02",
        "last 2w, 2026-02-16, 2026-03-02",
        "last 6m, 2025-09-02, 2026-03-02",
        "Last 1Y, 2025-03-02, 2026-03-02",
        "2026-01-01T08:00:00Z..2026-01-02T08:00:00Z, 2026-01-01T08:00:00Z, 2026-01-02T08:00:00Z",
    })
    void rangesAreWholeDaysWithBothEnds(String text, String from, String to) throws CliException {
        DateRange range = DateRange.parse(text, CommandLineTest.CLOCK, ZONE);
        assertThat(range).isEqualTo(new DateRange(from, to, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "yesterday", "2026-13", "2026-02-30", "last week", "2026..2025", "2026-1-1"})
    void otherTextIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> DateRange.parse(text, CommandLineTest.CLOCK, ZONE))
                .hasMessageStartingWith("--date " + text + ": ")
                .hasMessageContaining("2026-01-01..2026-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "ALL"})
    void everythingMustBeAskedForByName(String text) throws CliException {
        assertThat(DateRange.parse(text, CommandLineTest.CLOCK, ZONE).json("sent", ZONE))
                .hasToString("{\"all\":true,\"field\":\"sent\",\"tz\":\"Asia/Shanghai\"}");
    }
}
