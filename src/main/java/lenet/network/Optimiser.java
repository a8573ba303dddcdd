package lenet.network;

/**
 * How a step turns the batch's mean gradient {@code g} into new weights {@code w}; the learning rate {@code η} comes
 * with each step.
 *
 * <p>First {@code g} is clipped: scaled down by {@code gradientClipping / ‖g‖} where its length over all parameters is
 * more than {@code gradientClipping}. Then {@code w ← w − η · weightDecay · w}, for weights and not for biases, and
 * {@code w} moves as {@code method} says.
 *
 * @param weightDecay decoupled weight decay, 0 or more
 * @param gradientClipping largest L2 norm of the whole mean gradient, above 0; infinite for none
 */
public record Optimiser(Method method, double weightDecay, double gradientClipping) {

    /** Plain stochastic gradient descent, the article's. */
    public static final Optimiser SGD = new Optimiser(new Momentum(0, false), 0);

    public Optimiser {
        check(weightDecay >= 0 && Double.isFinite(weightDecay), "weight decay is finite and at least 0", weightDecay);
        check(gradientClipping > 0, "gradient clipping is above 0", gradientClipping);
    }

    /** An optimiser that leaves the gradient its length. */
    public Optimiser(Method method, double weightDecay) {
        this(method, weightDecay, Double.POSITIVE_INFINITY);
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

    private static void check(boolean holds, String rule, double found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", found " + found);
        }
    }
}
