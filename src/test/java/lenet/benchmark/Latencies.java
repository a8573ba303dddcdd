package lenet.benchmark;

import java.util.stream.DoubleStream;

/** How long requests took, in milliseconds, the shortest first. At least one. */
final class Latencies {

    private final double[] sorted;

    Latencies(DoubleStream milliseconds) {
        this.sorted = milliseconds.sorted().toArray();
    }

    int count() {
        return sorted.length;
    }

    /** What {@code share} of the requests, above 0 and at most 1, took no longer than. */
    double percentile(double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    double longest() {
        return percentile(1);
    }
}
