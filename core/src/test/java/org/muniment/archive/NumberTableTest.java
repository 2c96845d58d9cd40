package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is put, flushed, merged and reopened in any order, the table answers as a map would. */
final class NumberTableTest {
    private static final int STEPS = 4_000;

    @TempDir
    Path folder;

    private final long seed = Long.getLong("table.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<Key, Long> expected = new HashMap<>();
    private final List<Key> keys = new ArrayList<>();
    private long last;

    private NumberTable open() throws IOException {
        return NumberTable.open(folder);
    }

    /** Few high halves, so that the low ones decide too; some are negative, for keys compare unsigned. */
    private Key fresh() {
        return new Key(random.nextInt(8) - 4, random.nextLong());
    }

    private void put(NumberTable table) {
        Key key = fresh();
        if (expected.putIfAbsent(key, ++last) == null) {
            keys.add(key);
            table.put(key, last);
        }
    }

    private void assertSame(NumberTable table) {
        expected.forEach((key, number) ->
                assertThat(table.get(key)).as("table.seed=%d, %s", seed, key).isEqualTo(number));
        assertThat(table.get(fresh()))
                .as("table.seed=%d, a key nobody put", seed)
                .isZero();
    }

    /** What came behind the position is read from the store again. */
    private void replay(NumberTable table) {
        expected.forEach((key, number) -> {
            if (number > table.position()) {
                table.put(key, number);
            }
        });
    }

    @Test
    void itAnswersAsAMapWould() throws IOException {
        System.out.println("table.seed=" + seed);
        NumberTable table = open();
        for (int step = 0; step < STEPS; step++) {
            int what = random.nextInt(1_000);
            if (what < 980) {
                put(table);
            } else if (what < 995) {
                long upTo = last - random.nextInt(20);
                table.flush(upTo, number -> number <= upTo);
                assertThat(table.position()).isLessThanOrEqualTo(last);
            } else {
                table = open(); // as after a crash: what lay in memory is gone
                replay(table);
            }
            if (!keys.isEmpty()) {
                Key known = keys.get(random.nextInt(keys.size()));
                assertThat(table.get(known)).as("table.seed=%d", seed).isEqualTo(expected.get(known));
            }
        }
        assertSame(table);
        table.flush(last, number -> true);
        assertSame(open());
    }

    @Test
    void runsOfLikeSizeAreMerged() throws IOException {
        NumberTable table = open();
        for (int flush = 0; flush < 64; flush++) {
            for (int i = 0; i < 10; i++) {
                put(table);
            }
            table.flush(last, number -> true);
        }
        assertSame(table);
        assertThat(runs().size()).isLessThan(12);
        assertSame(open());
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".run")).toList();
        }
    }

    @Test
    void aRunThatIsNotWholeEmptiesTheTableSoThatItIsFilledAgain() throws IOException {
        for (int cut : new int[] {0, 8, 23, 24, 47}) {
            NumberTable table = open();
            for (int i = 0; i < 5; i++) {
                put(table);
            }
            table.flush(last, number -> true);
            Path run = runs().getLast();
            Files.write(run, Arrays.copyOf(Files.readAllBytes(run), cut));

            NumberTable again = open();
            assertThat(again.position()).as("cut at %d", cut).isZero();
            replay(again);
            assertSame(again);
        }
    }

    @Test
    void anUnfinishedRunIsPassedOver() throws IOException {
        NumberTable table = open();
        put(table);
        table.flush(last, number -> true);
        Files.write(folder.resolve("00000002.run.tmp"), new byte[100]);

        NumberTable again = open();
        assertSame(again);
        put(again);
        again.flush(last, number -> true);
        assertSame(open());
    }
}
