package org.muniment.bench;

import java.util.Arrays;

/** Reads sorted times. */
final class Timings {
    private Timings() {}

    /** A quantile of sorted nanoseconds, in milliseconds; not a number if there are none. */
    static double at(long[] sorted, double quantile) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(quantile * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }

    /** The median of some numbers. */
    static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
