package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import lenet.network.Activation;

/** The paper's subsampling: a window's sum times the map's coefficient, plus its bias, squashed (section II-B, S2). */
final class SubsamplingLayer implements BlockLayer {

    private final Window window;
    private final Matrix matrix;
    private final Squashing squashing;
    private final int sumsAt;
    private final boolean first;

    /**
     * @param sumsAt where this layer's part of {@link GradientShard#pictureSums} begins
     * @param first whether nothing below learns, so that nobody asks for the input's slopes
     */
    SubsamplingLayer(Window window, Matrix matrix, Activation activation, int sumsAt, boolean first) {
        this.window = window;
        this.matrix = matrix;
        this.squashing = Squashing.of(activation);
        this.sumsAt = sumsAt;
        this.first = first;
    }

    @Override
    public void forward(float[] parameters, Activations in, Activations out) {
        for (int row = 0; row < window.rows(); row++) {
            FloatVector coefficient = FloatVector.broadcast(SPECIES, parameters[matrix.weight(0, map(row))]);
            FloatVector bias = FloatVector.broadcast(SPECIES, parameters[matrix.bias(map(row))]);
            int from = window.inputRow(row);
            int to = window.outputRow(row);
            for (int i = 0; i < window.rowLength(); i += LENGTH) {
                FloatVector sum = window.sum(in.values(), window.inputOf(from, i));
                sum.fma(coefficient, bias).intoArray(out.values(), to + i);
            }
        }
        squashing.squash(out.values(), 0, window.outputRow(window.rows()));
    }

    @Override
    public void backward(float[] parameters, Activations in, Activations out, GradientShard shard, float[] scratch) {
        squashing.multiplySlope(out.values(), out.slopes(), 0, window.outputRow(window.rows()));
        if (!shard.started) {
            Arrays.fill(shard.pictureSums, sumsAt, sumsAt + pictureSums(), 0);
        }
        for (int row = 0; row < window.rows(); row++) {
            int from = window.inputRow(row);
            int to = window.outputRow(row);
            for (int i = 0; i < window.rowLength(); i += LENGTH) {
                FloatVector sum = window.sum(in.values(), window.inputOf(from, i));
                FloatVector slope = FloatVector.fromArray(SPECIES, out.slopes(), to + i);
                add(sum.mul(slope), shard.pictureSums, coefficientSums(map(row)) + i % BLOCK);
                add(slope, shard.pictureSums, biasSums(map(row)) + i % BLOCK);
            }
            if (!first) {
                handDown(row, parameters[matrix.weight(0, map(row))], out.slopes(), in.slopes());
            }
        }
    }

    private void handDown(int row, float coefficient, float[] slopes, float[] inputSlopes) {
        int from = window.outputRow(row);
        int to = window.inputRow(row);
        for (int i = 0; i < window.rowLength(); i += LENGTH) {
            FloatVector slope = FloatVector.fromArray(SPECIES, slopes, from + i).mul(coefficient);
            if (window.isFirstOfItsInput(row)) {
                window.spread(slope, inputSlopes, window.inputOf(to, i));
            } else {
                window.spreadMore(slope, inputSlopes, window.inputOf(to, i));
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
        squashing.multiplySlope(out.values(), outCurvature, 0, window.outputRow(window.rows()));
        squashing.multiplySlope(out.values(), outCurvature, 0, window.outputRow(window.rows()));
        if (!shard.started) {
            Arrays.fill(shard.pictureSums, sumsAt, sumsAt + pictureSums(), 0);
        }
        for (int row = 0; row < window.rows(); row++) {
            int from = window.inputRow(row);
            int to = window.outputRow(row);
            for (int i = 0; i < window.rowLength(); i += LENGTH) {
                FloatVector sum = window.sum(in.values(), window.inputOf(from, i));
                FloatVector curvature = FloatVector.fromArray(SPECIES, outCurvature, to + i);
                add(sum.mul(sum).mul(curvature), shard.pictureSums, coefficientSums(map(row)) + i % BLOCK);
                add(curvature, shard.pictureSums, biasSums(map(row)) + i % BLOCK);
            }
            if (!first) {
                handDown(row, squared[matrix.weight(0, map(row))], outCurvature, inCurvature);
            }
        }
    }

    @Override
    public void collect(GradientShard shard) {
        for (int map = 0; map < matrix.outputs(); map++) {
            shard.gradient[matrix.weight(0, map)] = shard.overPictures(coefficientSums(map));
            shard.gradient[matrix.bias(map)] = shard.overPictures(biasSums(map));
        }
    }

    @Override
    public int pictureSums() {
        return 2 * matrix.outputs() * BLOCK;
    }

    private static void add(FloatVector summand, float[] sums, int at) {
        FloatVector.fromArray(SPECIES, sums, at).add(summand).intoArray(sums, at);
    }

    private int map(int row) {
        return row / window.rowsPerMap();
    }

    private int coefficientSums(int map) {
        return sumsAt + 2 * map * BLOCK;
    }

    private int biasSums(int map) {
        return sumsAt + (2 * map + 1) * BLOCK;
    }
}
