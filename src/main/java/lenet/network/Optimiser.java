package lenet.network;

/**
 * How a step turns the batch's mean gradient {@code g} into new weights {@code w}; the learning rate {@code η} comes
 * with each step.
 *
 * <p>First {@code g} is clipped: scaled down by {@code gradientClipping / ‖g‖} where its length over all parameters is
 * more than {@code gradientClipping}. Then {@code w ← w − η · weightDecay · w}, for weights and not for biases, and
 * {@code w} moves as {@code method} says.
 *
 * <p>With weight averaging the network answers with an exponential moving average {@code a} of its weights (Polyak and
 * Juditsky 1992), not with the weights themselves: at step {@code t = 1, 2, …} {@code a ← d · a + (1 − d) · w} with
 * {@code d = min(weightAveraging, (1 + t) / (10 + t))}, so that the first, random weights are soon forgotten.
 *
 * @param weightDecay decoupled weight decay, 0 or more
 * @param gradientClipping largest L2 norm of the whole mean gradient, above 0; infinite for none
 * @param weightAveraging decay of the average, in [0, 1); 0 for none
 */
public record Optimiser(Method method, double weightDecay, double gradientClipping, double weightAveraging) {

    /** Plain stochastic gradient descent, the article's. */
    public static final Optimiser SGD = new Optimiser(new Momentum(0, false), 0);

    public Optimiser {
        check(weightDecay >= 0 && Double.isFinite(weightDecay), "weight decay is finite and at least 0", weightDecay);
        check(gradientClipping > 0, "gradient clipping is above 0", gradientClipping);
        check(weightAveraging >= 0 && weightAveraging < 1, "weight averaging lies in [0, 1)", weightAveraging);
    }

    /** An optimiser whose weights answer themselves. */
    public Optimiser(Method method, double weightDecay, double gradientClipping) {
        this(method, weightDecay, gradientClipping, 0);
    }

    /** An optimiser that leaves the gradient its length. */
    public Optimiser(Method method, double weightDecay) {
        this(method, weightDecay, Double.POSITIVE_INFINITY);
    }

    /** Whether the network answers with an average of its weights. */
    public boolean averages() {
        return weightAveraging > 0;
    }

    /** Decay of the average at step {@code step}, counted from 1. */
    public double averagingAt(long step) {
        return Math.min(weightAveraging, (1.0 + step) / (10.0 + step));
    }

    /** Running values that an engine keeps for each parameter: the method's, then the average. */
    public int valuesPerParameter() {
        return method.valuesPerParameter() + (averages() ? 1 : 0);
    }

    /** The rule that moves the weights. */
    public sealed interface Method {

        /** Running values an engine keeps for each parameter: 1 for a velocity, 2 for Adam's moments. */
        int valuesPerParameter();
    }

    /**
     * Classical momentum, {@code v ← momentum · v − η · g} and {@code w ← w + v}; Nesterov's, as Keras has it,
     * {@code w ← w + momentum · v − η · g} with the new {@code v}. Without momentum, plain SGD and no state.
     *
     * @param momentum in [0, 1)
     * @param nesterov whether the step looks ahead
     */
    public record Momentum(double momentum, boolean nesterov) implements Method {

        public Momentum {
            check(momentum >= 0 && momentum < 1, "momentum lies in [0, 1)", momentum);
        }

        @Override
        public int valuesPerParameter() {
            return momentum == 0 ? 0 : 1;
        }
    }

    /**
     * Adam (Kingma and Ba 2015, the efficient form at the end of its section 2, as Keras and Deeplearning4j have it): at
     * step {@code t = 1, 2, …} {@code m ← beta1 · m + (1 − beta1) · g}, {@code v ← beta2 · v + (1 − beta2) · g²} and
     * {@code w ← w − η · √(1 − beta2ᵗ) / (1 − beta1ᵗ) · m / (√v + epsilon)}. All {@code m} stand before all {@code v}
     * in the state.
     *
     * @param beta1 decay of the mean, in [0, 1)
     * @param beta2 decay of the mean square, in [0, 1)
     * @param epsilon above 0
     */
    public record Adam(double beta1, double beta2, double epsilon) implements Method {

        /** The usual constants: 0.9, 0.999, 10⁻⁷. */
        public static final Adam DEFAULT = new Adam(0.9, 0.999, 1e-7);

        public Adam {
            check(beta1 >= 0 && beta1 < 1, "beta1 lies in [0, 1)", beta1);
            check(beta2 >= 0 && beta2 < 1, "beta2 lies in [0, 1)", beta2);
            check(epsilon > 0 && Double.isFinite(epsilon), "epsilon is finite and above 0", epsilon);
        }

        @Override
        public int valuesPerParameter() {
            return 2;
        }
    }

    /**
     * Stochastic diagonal Levenberg–Marquardt (paper, section II-C and appendix C): {@code w ← w − η / (damping + h) · g},
     * where {@code h} is the loss's second derivative by {@code w}, estimated again before every epoch without the terms
     * that can be negative ({@link TrainableNetwork#estimateCurvature}).
     *
     * @param damping the paper's µ, above 0: bounds the rate where the loss is flat
     */
    public record LevenbergMarquardt(double damping) implements Method {

        /** The paper's µ. */
        public static final LevenbergMarquardt DEFAULT = new LevenbergMarquardt(0.02);

        /** Pictures on which the second derivatives are estimated. */
        public static final int SAMPLES = 500;

        public LevenbergMarquardt {
            check(damping > 0 && Double.isFinite(damping), "damping is finite and above 0", damping);
        }

        @Override
        public int valuesPerParameter() {
            return 1;
        }
    }

    private static void check(boolean holds, String rule, double found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }
}
