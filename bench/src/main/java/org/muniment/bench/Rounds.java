package org.muniment.bench;

import java.util.Arrays;
import java.util.List;

/** Runs all queries some rounds to warm up, then some rounds that count. */
final class Rounds {
    private static final int WARM_UP = 30;
    private static final int MEASURED = 20;
    private static final int LEAST_CALLS = 100;

    private Rounds() {}

    /** One search; what it finds is not looked at. */
    @FunctionalInterface
    interface Work {
        Object run(String query) throws Exception;
    }

    /** Median, 95th and 99th percentile and the longest of all single searches. */
    static Figures measure(List<String> queries, Work work) throws Exception {
        return measure(queries, WARM_UP, MEASURED, work);
    }

    /** The same of calls of which there are few different ones: at least a hundred are measured. */
    static Figures measureCalls(List<String> calls, Work work) throws Exception {
        return measure(calls, WARM_UP, Math.max(MEASURED, Math.ceilDiv(LEAST_CALLS, calls.size())), work);
    }

    /** After so many rounds that do not count, so many that do. */
    static Figures measure(List<String> queries, int warmUp, int measured, Work work) throws Exception {
        for (int round = 0; round < warmUp; round++) {
            for (String query : queries) {
                work.run(query);
            }
        }
        long[] times = new long[measured * queries.size()];
        int next = 0;
        for (int round = 0; round < measured; round++) {
            for (String query : queries) {
                long start = System.nanoTime();
                work.run(query);
                times[next++] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return new Figures()
                .put("n", times.length)
                .put("median_ms", Timings.at(times, 0.5))
                .put("p95_ms", Timings.at(times, 0.95))
                .put("p99_ms", Timings.at(times, 0.99))
                .put("longest_ms", Timings.at(times, 1));
    }
}
