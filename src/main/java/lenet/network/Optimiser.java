package lenet.network;

/**
 * How a step turns the batch's mean gradient {@code g} into new weights; the learning rate {@code η} comes with each
 * step.
 *
 * <p>{@code v ← momentum · v − η · g}, then {@code w ← w + v − η · weightDecay · w}; biases do not decay.
 *
 * @param momentum classical momentum in [0, 1); 0 is plain SGD
 * @param weightDecay decoupled weight decay, 0 or more
 */
public record Optimiser(double momentum, double weightDecay) {

    /** Plain stochastic gradient descent, the article's. */
    public static final Optimiser SGD = new Optimiser(0, 0);

    public Optimiser {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum lies in [0, 1), found " + momentum);
        }
        if (!(weightDecay >= 0) || Double.isInfinite(weightDecay)) {
            throw new IllegalArgumentException("weight decay is a finite number of at least 0, found " + weightDecay);
        }
    }
}
