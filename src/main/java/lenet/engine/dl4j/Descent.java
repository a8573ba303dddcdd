package lenet.engine.dl4j;

import java.util.List;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Momentum;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How the slopes of one step's passes move the parameters: {@link #begin}, {@link #add} for every pass, {@link #move}.
 * Made outside the arena and called inside it, by one thread at a time.
 */
interface Descent extends AutoCloseable {

    /** Forgets the slopes of the step before. */
    void begin();

    /** Takes in the slopes of one pass, which are a part of the batch's mean gradient. */
    void add(INDArray slopes, double learningRate);

    /**
     * Moves the parameters.
     *
     * @param stepsBefore steps behind the network, without this one
     */
    void move(INDArray parameters, double learningRate, long stepsBefore);

    /** The running values that belong to a network's state, one array a quantity. */
    List<INDArray> values();

    /** The average of the parameters that answers; absent where they answer themselves. */
    default @Nullable INDArray average() {
        return null;
    }

    @Override
    void close();

    /**
     * The descent of {@code optimiser}, without its weight decay, for {@code parameters} as they are before the first step.
     *
     * @throws IllegalArgumentException if the library has none
     */
    static Descent of(Optimiser optimiser, INDArray parameters) {
        Descent plain = plain(optimiser, parameters.shape());
        return optimiser.averages() ? new AveragingDescent(plain, optimiser, parameters) : plain;
    }

    private static Descent plain(Optimiser optimiser, long... shape) {
        if (optimiser.method() instanceof Momentum momentum
                && !momentum.nesterov()
                && Double.isInfinite(optimiser.gradientClipping())) {
            return new VelocityDescent(momentum.momentum(), shape);
        }
        return new GatheredDescent(optimiser.gradientClipping(), Update.of(optimiser.method(), shape), shape);
    }
}
