package org.muniment.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeenTest {

    @Test
    void everythingUpToTheBeginningMayBeThere() {
        Seen seen = new Seen(10);
        assertThat(seen.add(10)).isTrue();
        assertThat(seen.add(0)).isTrue();
        assertThat(seen.add(11)).isFalse();
        assertThat(seen.add(11)).isTrue();
        assertThat(seen.highest()).isEqualTo(11);
    }

    @Test
    void numberNeverAddedNearTheLastIsNew() {
        Seen seen = new Seen(-1);
        assertThat(seen.add(70_000)).isFalse();
        assertThat(seen.add(69_999)).isFalse();
        assertThat(seen.add(69_999)).isTrue();
        assertThat(seen.add(3)).as("too far back to be known").isTrue();
    }

    @Test
    void nothingAddedIsEverCalledNewAgain() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Seen seen = new Seen(-1);
        Set<Long> added = new HashSet<>();
        long around = 0;
        for (int i = 0; i < 300_000; i++) {
            around += random.nextInt(100) == 0 ? random.nextInt(90_000) : 1;
            long number = Math.max(0, around - random.nextInt(1_000));
            boolean before = seen.add(number);
            if (added.contains(number)) {
                assertThat(before).isTrue();
            }
            added.add(number);
        }
    }
}
