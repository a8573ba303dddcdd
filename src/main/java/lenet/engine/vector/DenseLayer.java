package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import lenet.network.Activation;

/**
 * A fully connected layer; also a convolution whose kernel covers its whole input, as the paper's C5 is (section II-B).
 */
final class DenseLayer implements BlockLayer {

    private final Matrix matrix;
    private final Squashing squashing;
    private final boolean first;

    /** @param first whether nothing below learns, so that nobody asks for the input's slopes */
    DenseLayer(Matrix matrix, Activation activation, boolean first) {
        this.matrix = matrix;
        this.squashing = Squashing.of(activation);
        this.first = first;
    }

    @Override
    public void forward(float[] parameters, Activations in, Activations out) {
        for (int unit = 0; unit < matrix.outputs(); unit += DenseKernel.UNITS) {
            DenseKernel.forward(
                    parameters,
                    matrix.bias(unit),
                    matrix.stride(),
                    in.values(),
                    matrix.inputs(),
                    out.values(),
                    unit * BLOCK);
        }
        squashing.squash(out.values(), 0, matrix.outputs() * BLOCK);
    }

    @Override
    public void backward(float[] parameters, Activations in, Activations out, GradientShard shard, float[] scratch) {
        squashing.multiplySlope(out.values(), out.slopes(), 0, matrix.outputs() * BLOCK);
        turn(out.slopes(), scratch);
        addBiasGradient(scratch, shard);
        for (int i = 0; i < matrix.inputs(); i += Matrix.INPUT_GROUP) {
            int weight = matrix.weight(i, 0);
            for (int unit = 0; unit < matrix.stride(); unit += 2 * LENGTH) {
                int other = Math.min(unit + LENGTH, matrix.stride() - LENGTH);
                DenseKernel.gradient(
                        scratch,
                        unit,
                        other,
                        matrix.stride(),
                        in.values(),
                        i * BLOCK,
                        shard.gradient,
                        weight,
                        shard.started);
            }
            if (!first) {
                DenseKernel.backward(
                        parameters, weight, matrix.stride(), out.slopes(), matrix.outputs(), in.slopes(), i * BLOCK);
            }
        }
    }

    @Override
    public int scratchSize() {
        return BLOCK * matrix.stride();
    }

    /** Copies slopes {@code [unit][picture]} to {@code [picture][unit]}. */
    private void turn(float[] slopes, float[] turned) {
        for (int unit = 0; unit < matrix.outputs(); unit++) {
            for (int picture = 0; picture < BLOCK; picture++) {
                turned[picture * matrix.stride() + unit] = slopes[unit * BLOCK + picture];
            }
        }
    }

    private void addBiasGradient(float[] turned, GradientShard shard) {
        for (int unit = 0; unit < matrix.stride(); unit += LENGTH) {
            int to = matrix.bias(unit);
            FloatVector sum =
                    shard.started ? FloatVector.fromArray(SPECIES, shard.gradient, to) : FloatVector.zero(SPECIES);
            for (int picture = 0; picture < BLOCK; picture++) {
                sum = sum.add(FloatVector.fromArray(SPECIES, turned, unit + picture * matrix.stride()));
            }
            sum.intoArray(shard.gradient, to);
        }
    }
}
