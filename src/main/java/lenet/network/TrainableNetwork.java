package lenet.network;

/** A network in training. Used and closed by one thread at a time; two networks never share state. */
public interface TrainableNetwork extends AutoCloseable {

    /**
     * One optimiser step on the batch's mean gradient.
     *
     * @param learningRate the rate of this step
     * @return loss and hits of the forward pass, before the weights moved
     */
    StepResult step(Batch batch, double learningRate);

    /**
     * Estimates the loss's second derivatives on the batch's pictures, for an optimiser that needs them: Levenberg–Marquardt.
     *
     * @throws UnsupportedOperationException if the engine has no such optimiser
     */
    default void estimateCurvature(Batch batch) {
        throw new UnsupportedOperationException("this engine has no second derivatives");
    }

    /** Logits of the batch's pictures, {@code [picture][class]} row-major, with the weights that answer as they stand. */
    float[] logits(Batch batch);

    /** A copy of weights and optimiser state, from which {@link Engine#trainable} continues bit for bit. */
    NetworkState state();

    @Override
    void close();
}
