package lenet.network;

import java.util.Arrays;

/**
 * What training makes small: a function of one picture's logits and its class. Given the slopes it keeps nothing; safe for
 * concurrent use.
 */
public sealed interface Loss {

    /** Softmax cross-entropy in nats, the article's. */
    Loss CROSS_ENTROPY = new CrossEntropy();

    /**
     * The loss of the picture whose {@code slopes.length} logits start at {@code offset}.
     *
     * @param slopes is given the loss derived by each logit
     */
    double of(float[] logits, int offset, int label, double[] slopes);

    /**
     * Derives the loss once more by each logit.
     *
     * @param slopes as {@link #of} left them
     * @param curvature is given the second derivatives, none of them negative
     */
    void curvature(double[] slopes, int label, double[] curvature);

    /** {@code −log softmax(logits)[label]}. */
    record CrossEntropy() implements Loss {

        @Override
        public double of(float[] logits, int offset, int label, double[] slopes) {
            return posterior(logits, offset, label, Double.NEGATIVE_INFINITY, slopes);
        }

        @Override
        public void curvature(double[] slopes, int label, double[] curvature) {
            ofPosterior(slopes, label, curvature);
        }
    }

    /**
     * The maximum a posteriori criterion (paper, section II-C, equation 9), {@code y_D + log(e^−j + Σ e^−y)} of penalties
     * {@code y = −logit}: a cross-entropy with one class more, the rubbish, whose penalty is always {@code j}.
     *
     * @param rubbish the paper's {@code j}, above 0
     */
    record MaximumAPosteriori(double rubbish) implements Loss {

        public MaximumAPosteriori {
            if (!(rubbish > 0 && Double.isFinite(rubbish))) {
                throw new IllegalArgumentException("the rubbish class's penalty is above 0, found " + rubbish);
            }
        }

        @Override
        public double of(float[] logits, int offset, int label, double[] slopes) {
            return posterior(logits, offset, label, -rubbish, slopes);
        }

        @Override
        public void curvature(double[] slopes, int label, double[] curvature) {
            ofPosterior(slopes, label, curvature);
        }
    }

    /**
     * The mean squared error of a radial basis output (paper, section II-C, equation 8): the penalty {@code y_D} of the
     * right class, which is the squared distance from its code.
     */
    record PenaltyOfTheRight() implements Loss {

        @Override
        public double of(float[] logits, int offset, int label, double[] slopes) {
            Arrays.fill(slopes, 0);
            slopes[label] = -1;
            return -(double) logits[offset + label];
        }

        @Override
        public void curvature(double[] slopes, int label, double[] curvature) {
            Arrays.fill(curvature, 0);
        }
    }

    /** The squared error of plain outputs: half the squared distance from +1 for the right class and −1 for the others. */
    record SquaredError() implements Loss {

        @Override
        public double of(float[] logits, int offset, int label, double[] slopes) {
            double sum = 0;
            for (int c = 0; c < slopes.length; c++) {
                slopes[c] = logits[offset + c] - (c == label ? 1.0 : -1.0);
                sum += slopes[c] * slopes[c];
            }
            return sum / 2;
        }

        @Override
        public void curvature(double[] slopes, int label, double[] curvature) {
            Arrays.fill(curvature, 1);
        }
    }

    private static double posterior(float[] logits, int offset, int label, double rubbish, double[] slopes) {
        double largest = rubbish;
        for (int c = 0; c < slopes.length; c++) {
            largest = Math.max(largest, logits[offset + c]);
        }
        // The same bits on every JDK, which Math.exp does not promise.
        double sum = 0;
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] = StrictMath.exp(logits[offset + c] - largest);
            sum += slopes[c];
        }
        sum += StrictMath.exp(rubbish - largest);
        for (int c = 0; c < slopes.length; c++) {
            slopes[c] = slopes[c] / sum - (c == label ? 1 : 0);
        }
        return StrictMath.log(sum) + largest - logits[offset + label];
    }

    private static void ofPosterior(double[] slopes, int label, double[] curvature) {
        for (int c = 0; c < slopes.length; c++) {
            double probability = slopes[c] + (c == label ? 1 : 0);
            curvature[c] = Math.max(0, probability * (1 - probability));
        }
    }
}
