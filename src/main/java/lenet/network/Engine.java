package lenet.network;

/**
 * A library or a kernel that trains and runs networks: the port that {@code lenet.engine.*} adapt.
 *
 * <p>Implementations are thread-safe; the networks and classifiers they make say for themselves.
 */
public interface Engine {

    /** The name that a job's {@code engine} field takes, such as {@code dl4j}. */
    String name();

    /** What runs underneath, for provenance and {@code /actuator/info}: library, version, backend. */
    String description();

    /**
     * A network ready to train from {@code state}.
     *
     * @throws IllegalArgumentException if the state is not this architecture's and optimiser's
     */
    TrainableNetwork trainable(
            Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state);

    /** A network that trains on cross-entropy. */
    default TrainableNetwork trainable(
            Architecture architecture, Scaling scaling, Optimiser optimiser, NetworkState state) {
        return trainable(architecture, scaling, Loss.CROSS_ENTROPY, optimiser, state);
    }

    /**
     * A network that classifies; its own copy of the weights, independent of any training.
     *
     * @throws IllegalArgumentException if the parameters are not this architecture's
     */
    Classifier classifier(Architecture architecture, Scaling scaling, Parameters parameters);
}
