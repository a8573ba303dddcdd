package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import lenet.network.Activation;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Connections;
import lenet.network.Layer.Convolution;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer; also a convolution whose kernel covers its whole input, as the paper's C5 is (section II-B).
 */
final class DenseLayer implements BlockLayer {

    private final Matrix matrix;
    private final Squashing squashing;
    private final boolean first;

    /** Where the parameters lie, 1 for those that exist and 0 for others; absent when all do. */
    private final float @Nullable [] mask;

    /** @param first whether nothing below learns, so that nobody asks for the input's slopes */
    DenseLayer(Matrix matrix, Activation activation, boolean first) {
        this(matrix, activation, first, null);
    }

    private DenseLayer(Matrix matrix, Activation activation, boolean first, float @Nullable [] mask) {
        this.matrix = matrix;
        this.squashing = Squashing.of(activation);
        this.first = first;
        this.mask = mask;
    }

    /** A convolution whose kernel covers its maps; it may be connected to some of them only. */
    static DenseLayer of(ShapedLayer layer, Matrix matrix, boolean first) {
        Convolution convolution = (Convolution) layer.layer();
        Connections connections = convolution.connections();
        if (connections.inputsOfMap().isEmpty()) {
            return new DenseLayer(matrix, convolution.activation(), first);
        }
        float[] mask = new float[matrix.end() - matrix.offset()];
        int area = convolution.kernel() * convolution.kernel();
        for (int unit = 0; unit < matrix.outputs(); unit++) {
            mask[matrix.bias(unit) - matrix.offset()] = 1;
            for (int map : connections.inputsOf(unit, layer.input().maps())) {
                for (int input = map * area; input < (map + 1) * area; input++) {
                    mask[matrix.weight(input, unit) - matrix.offset()] = 1;
                }
            }
        }
        return new DenseLayer(matrix, convolution.activation(), first, mask);
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
    public void curvature(
            float[] squared,
            Activations in,
            Activations out,
            float[] inCurvature,
            float[] outCurvature,
            GradientShard shard,
            float[] scratch) {
        squashing.multiplySlope(out.values(), outCurvature, 0, matrix.outputs() * BLOCK);
        backward(
                squared,
                new Activations(in.squaredValues(), inCurvature),
                new Activations(out.values(), outCurvature),
                shard,
                scratch);
    }

    /** Weights that do not exist are zero and learn nothing. */
    @Override
    public void collect(GradientShard shard) {
        if (mask != null) {
            for (int i = 0; i < mask.length; i += LENGTH) {
                int at = matrix.offset() + i;
                FloatVector exists = FloatVector.fromArray(SPECIES, mask, i);
                FloatVector.fromArray(SPECIES, shard.gradient, at).mul(exists).intoArray(shard.gradient, at);
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
