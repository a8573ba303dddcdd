package lenet.benchmark;

/**
 * A measured value with its 99.9 % interval.
 *
 * @param low lower end, not a number where there was one measurement only
 * @param high upper end, likewise
 */
record Estimate(double value, double low, double high) {

    static final double CONFIDENCE = 0.999;

    static Estimate of(double value, double... interval) {
        return new Estimate(value, interval[0], interval[1]);
    }

    /** The same in another unit. */
    Estimate times(double factor) {
        return new Estimate(value * factor, low * factor, high * factor);
    }

    /** The ratio, and the widest range that both intervals leave it. */
    Estimate over(Estimate other) {
        return new Estimate(value / other.value, low / other.high, high / other.low);
    }
}
