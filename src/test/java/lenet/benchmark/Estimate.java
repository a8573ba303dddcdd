package lenet.benchmark;

/**
 * A measured quantity, which is above 0, with its 99.9 % interval.
 *
 * @param low lower end, not a number where there were too few measurements
 * @param high upper end, likewise
 */
record Estimate(double value, double low, double high) {

    static final double CONFIDENCE = 0.999;

    /** An estimate with the interval that JMH gives, which may reach below 0 where it is wide. */
    static Estimate of(double value, double... interval) {
        return new Estimate(value, Math.max(0, interval[0]), interval[1]);
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
