package lenet.engine.vector;

import lenet.network.Shape;

/**
 * What stands between two layers for one block: the units' values and, on the way back, the loss's slopes by them; both
 * {@code [unit][16 pictures]}.
 *
 * @param values what the layer before gives, after its activation
 * @param slopes the loss derived by {@code values}; a layer turns its own into slopes by its weighted sums
 */
@SuppressWarnings("ArrayRecordComponent") // Buffers, shared on purpose and never compared.
record Activations(float[] values, float[] slopes) {

    /** The values' squares. */
    float[] squaredValues() {
        float[] squares = new float[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = values[i] * values[i];
        }
        return squares;
    }

    /** Buffers for {@code shape}; kernels that take several maps, units or taps at once reach beyond the last. */
    static Activations of(Shape shape) {
        int maps = Math.max(shape.maps(), 2);
        int units = Lanes.roundUp(maps * shape.height() * shape.width() + TapGradient.TAPS, DenseKernel.UNITS);
        return new Activations(new float[units * Lanes.BLOCK], new float[units * Lanes.BLOCK]);
    }
}
