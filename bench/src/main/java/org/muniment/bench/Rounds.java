package org.muniment.bench;

import java.util.Arrays;
import java.util.List;

/** Runs all queries some rounds to warm up, then some rounds that count. */
final class Rounds {
    private static final int WARM_UP = 30;
    private static final int MEASURED = 20;

    private Rounds() {}

    /** One search; what it finds is not looked at. */
    @FunctionalInterface
    interface Work {
        Object run(String query) throws Exception;
    }

    /** Median, 95th and 99th percentile and the longest of all single searches. */
    static Figures measure(List<String> queries, Work work) throws Exception {
        for (int round = 0; round < WARM_UP; round++) {
            for (String query : queries) {
                work.run(query);
            }
        }
        long[] times = new long[MEASURED * queries.size()];
        int next = 0;
        for (int round = 0; round < MEASURED; round++) {
            for (String query : queries) {
                long start = System.nanoTime();
                work.run(query);
                times[next++] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return new Figures()
                .put("median_ms", Timings.at(times, 0.5))
                .put("p95_ms", Timings.at(times, 0.95))
                .put("p99_ms", Timings.at(times, 0.99))
                .put("longest_ms", Timings.at(times, 1));
    }
}
