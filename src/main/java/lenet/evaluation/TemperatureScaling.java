package lenet.evaluation;

import java.util.function.Function;
import lenet.dataset.LabelledImages;
import lenet.network.Batch;
import lenet.network.Softmax;

/**
 * What a network's logits are divided by so that it is as sure as it is right: one number, fitted on pictures that training has
 * not seen (Guo, Pleiss, Sun, Weinberger 2017, On Calibration of Modern Neural Networks). It changes no digit. Where those
 * pictures have few errors the number is barely determined; it is taken only if it does better on pictures that it was not
 * fitted to, and by more than chance.
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

    /** Parts of the pictures, each of which is once held out. */
    private static final int FOLDS = 10;

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
        int classes = logits.length / Math.max(1, images.count());
        boolean helps = helps(logits, images.labels(), classes);
        return new TemperatureScaling(helps ? fit(logits, images.labels(), classes) : 1);
    }

    /**
     * Whether a temperature that is fitted to nine tenths of the pictures lowers the cross-entropy of the others, on average by
     * more than two standard errors of the mean of what it changes.
     *
     * @param logits {@code [picture][class]}, row-major
     * @param labels the true class of each picture
     */
    public static boolean helps(float[] logits, byte[] labels, int classes) {
        double sum = 0;
        double squares = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            float[] divided = logits.clone();
            new TemperatureScaling(fitWithout(fold, logits, labels, classes)).divide(divided);
            for (int i = fold; i < labels.length; i += FOLDS) {
                double gain = Softmax.crossEntropy(logits, i * classes, classes, labels[i])
                        - Softmax.crossEntropy(divided, i * classes, classes, labels[i]);
                sum += gain;
                squares += gain * gain;
            }
        }
        double mean = sum / labels.length;
        double variance = squares / labels.length - mean * mean;
        return mean > 2 * Math.sqrt(variance / labels.length);
    }

    private static double fitWithout(int fold, float[] logits, byte[] labels, int classes) {
        int kept = labels.length - (labels.length - fold + FOLDS - 1) / FOLDS;
        float[] others = new float[kept * classes];
        byte[] truths = new byte[kept];
        int next = 0;
        for (int i = 0; i < labels.length; i++) {
            if (i % FOLDS != fold) {
                System.arraycopy(logits, i * classes, others, next * classes, classes);
                truths[next] = labels[i];
                next++;
            }
        }
        return fit(others, truths, classes);
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
            divide(logits);
            return logits;
        };
    }

    private void divide(float[] logits) {
        float divisor = (float) temperature;
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= divisor;
        }
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
