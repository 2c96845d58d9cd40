package org.muniment.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    @Test
    void figuresComeBackFromTheirLines() {
        Figures read = new Figures();
        new Figures().put("a", 0.1).put("b", 12_345_678).lines().lines().forEach(read::read);
        assertThat(read.get("a")).isEqualTo(0.1);
        assertThat(read.get("b")).isEqualTo(12_345_678);
    }

    @Test
    void jsonHasFourDigitsAndWholeNumbersWhole() {
        String json = new Figures().put("ms", 1.23456).put("count", 5_180).json();
        assertThat(json).isEqualTo("{\n  \"ms\": 1.235,\n  \"count\": 5180\n}\n");
    }

    @Test
    void whatCannotBeMeasuredIsNotThere() {
        Figures figures = new Figures().put("none", Double.NaN).put("endless", 1 / 0.0);
        assertThat(figures.isEmpty()).isTrue();
        assertThatThrownBy(() -> figures.get("none")).hasMessageContaining("gave no none");
    }

    @Test
    void mediansAndRatiosAreOfEachNumber() {
        Figures medians = Figures.medians(
                List.of(new Figures().put("a", 3), new Figures().put("a", 1), new Figures().put("a", 2)));
        assertThat(medians.get("a")).isEqualTo(2);
        assertThat(medians.ratios(new Figures().put("a", 4), List.of("a")).get("a"))
                .isEqualTo(0.5);
    }

    @Test
    void quantilesAreTimesThatOccurred() {
        long[] sorted = {1_000_000, 2_000_000, 3_000_000, 4_000_000};
        assertThat(Timings.at(sorted, 0.5)).isEqualTo(2);
        assertThat(Timings.at(sorted, 0.99)).isEqualTo(4);
        assertThat(Timings.at(new long[0], 0.5)).isNaN();
    }
}
