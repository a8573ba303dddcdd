package lenet.evaluation;

import java.util.function.Function;
import lenet.dataset.LabelledImages;
import lenet.network.Batch;
import lenet.network.Softmax;

/**
 * Makes a network as sure as it is right, by what its logits are divided by: one number, fitted on pictures that training
 * has not seen (Guo, Pleiss, Sun, Weinberger 2017, On Calibration of Modern Neural Networks). It changes no digit.
 *
 * @param temperature what the logits are divided by
 */
public record TemperatureScaling(double temperature) {

    /** Lowest that is fitted. */
    public static final double LOWEST = 0.05;

    /** Highest that is fitted. */
    public static final double HIGHEST = 20;

    /** Whether {@code temperature} can have been fitted. */
    public static boolean isPlausible(double temperature) {
        return temperature >= LOWEST && temperature <= HIGHEST;
    }

    /** Newton's method doubles its digits with every step; where bisection must help it, one digit takes three. */
    private static final int MOST_STEPS = 200;

    /** The cross-entropy's slope and curvature over the inverse temperature. */
    private record Slope(double first, double second) {}

    /**
     * The one that is fitted to what a network says about {@code images}.
     *
     * @param betweenChunks called every few hundred pictures; it may throw to stop
     */
    public static TemperatureScaling fitted(
            Function<Batch, float[]> network, LabelledImages images, Runnable betweenChunks) {
        float[] logits = Evaluator.logits(network, images, betweenChunks);
        return new TemperatureScaling(fit(logits, images.labels(), logits.length / Math.max(1, images.count())));
    }

    /**
     * The temperature at which the mean cross-entropy is least, between {@link #LOWEST} and {@link #HIGHEST}; 1 if there is
     * none, because every picture is right: the surer the better then, but a few hundred hits tell of no chance of 10⁻¹⁰.
     *
     * <p>Over the inverse of the temperature the cross-entropy is convex. The same logits give the same bits everywhere.
     *
     * @param logits {@code [picture][class]}, row-major
     * @param labels the true class of each picture
     */
    public static double fit(float[] logits, byte[] labels, int classes) {
        if (logits.length != labels.length * classes) {
            throw new IllegalArgumentException("%,d labels of %d classes need as many logits, found %,d"
                    .formatted(labels.length, classes, logits.length));
        }
        if (isAllRight(logits, labels, classes) || !areFinite(logits)) {
            return 1;
        }
        double low = 1 / HIGHEST;
        double high = 1 / LOWEST;
        if (slope(logits, labels, classes, low).first() >= 0) {
            return HIGHEST;
        }
        if (slope(logits, labels, classes, high).first() <= 0) {
            return LOWEST;
        }
        double inverse = 1;
        for (int step = 0; step < MOST_STEPS; step++) {
            Slope slope = slope(logits, labels, classes, inverse);
            if (slope.first() < 0) {
                low = inverse;
            } else {
                high = inverse;
            }
            double newton = inverse - slope.first() / slope.second();
            double next = newton > low && newton < high ? newton : (low + high) / 2;
            if (Math.abs(next - inverse) <= Math.ulp(inverse)) {
                break;
            }
            inverse = next;
        }
        return 1 / inverse;
    }

    /** What the network says at this temperature. */
    public Function<Batch, float[]> of(Function<Batch, float[]> network) {
        return batch -> {
            float[] logits = network.apply(batch);
            float divisor = (float) temperature;
            for (int i = 0; i < logits.length; i++) {
                logits[i] /= divisor;
            }
            return logits;
        };
    }

    private static boolean isAllRight(float[] logits, byte[] labels, int classes) {
        for (int i = 0; i < labels.length; i++) {
            if (Softmax.largest(logits, i * classes, classes) != labels[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean areFinite(float[] logits) {
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                return false;
            }
        }
        return true;
    }

    private static Slope slope(float[] logits, byte[] labels, int classes, double inverse) {
        double first = 0;
        double second = 0;
        for (int i = 0; i < labels.length; i++) {
            int offset = i * classes;
            double largest = logits[offset + Softmax.largest(logits, offset, classes)];
            double sum = 0;
            double mean = 0;
            double square = 0;
            for (int j = offset; j < offset + classes; j++) {
                double below = logits[j] - largest;
                // Math.exp may give other last bits on another machine.
                double weight = StrictMath.exp(inverse * below);
                sum += weight;
                mean += weight * below;
                square += weight * below * below;
            }
            mean /= sum;
            first += mean - (logits[offset + labels[i]] - largest);
            second += square / sum - mean * mean;
        }
        return new Slope(first / labels.length, second / labels.length);
    }
}
