package lenet.engine.vector;

/**
 * One layer's mathematics on a block of sixteen pictures. It holds no values; any number of threads may use it, each on
 * its own block.
 */
interface BlockLayer {

    /** Computes {@code out}'s values from {@code in}'s. */
    void forward(float[] parameters, Activations in, Activations out);

    /**
     * Computes {@code in}'s slopes from {@code out}'s, and adds the block's part to the gradient. Afterwards
     * {@code out}'s slopes are those by the layer's weighted sums.
     *
     * @param scratch room of the size that this layer asks for, zero at first, kept from block to block
     */
    void backward(float[] parameters, Activations in, Activations out, GradientShard shard, float[] scratch);

    /**
     * The same one derivative further, as the diagonal Levenberg–Marquardt approximation has it (paper, appendix C): second
     * derivatives go down through squared weights and squared slopes, and add up like slopes.
     *
     * @param squared the parameters' squares
     * @param inCurvature is given the second derivatives by {@code in}'s values
     * @param outCurvature those by {@code out}'s values; afterwards by the layer's weighted sums
     */
    void curvature(
            float[] squared,
            Activations in,
            Activations out,
            float[] inCurvature,
            float[] outCurvature,
            GradientShard shard,
            float[] scratch);

    /** Brings sums over single pictures to where the parameters' gradient belongs, once a batch and shard. */
    default void collect(GradientShard shard) {}

    /** Number of floats that {@link #backward} needs to itself. */
    default int scratchSize() {
        return 0;
    }

    /** Number of floats this layer needs of {@link GradientShard#pictureSums}. */
    default int pictureSums() {
        return 0;
    }
}
