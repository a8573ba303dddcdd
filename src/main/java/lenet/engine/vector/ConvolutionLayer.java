package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;

import java.util.stream.IntStream;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Connections;
import lenet.network.Layer.Convolution;
import lenet.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A convolution of maps of at least 2×2 positions (paper, section II-A). What a connection table leaves out is computed
 * with weights that are and stay zero.
 */
final class ConvolutionLayer implements BlockLayer {

    private final Matrix matrix;
    private final Shape input;
    private final Shape output;
    private final int kernel;
    private final Connections connections;
    private final Squashing squashing;
    private final int sumsAt;

    /** Pairs of an offset in the input and one in the parameters, for {@link PatchSum}. */
    private final int[] taps;

    /** Where each output position's first tap lies in an input map. */
    private final int[] positions;

    /** For each parameter, where its sums over single pictures are and where it lies. */
    private final int[] collected;

    /** Absent where nobody asks for them. */
    private final @Nullable ConvolutionInputSlopes inputSlopes;

    /**
     * @param sumsAt where this layer's part of {@link GradientShard#pictureSums} begins
     * @param first whether nothing below learns, so that nobody asks for the input's slopes
     */
    ConvolutionLayer(ShapedLayer layer, Matrix matrix, int sumsAt, boolean first) {
        Convolution convolution = (Convolution) layer.layer();
        this.matrix = matrix;
        this.input = layer.input();
        this.output = layer.output();
        if (output.height() < 2 || output.width() < 2) {
            throw new IllegalArgumentException("%s: the vector engine convolves to maps of at least 2×2, found %s"
                    .formatted(convolution.name(), output));
        }
        this.kernel = convolution.kernel();
        this.connections = convolution.connections();
        this.squashing = Squashing.of(convolution.activation());
        this.sumsAt = sumsAt;
        this.taps = IntStream.range(0, matrix.inputs())
                .flatMap(k -> IntStream.of(tapOffset(k), (1 + k) * matrix.stride()))
                .toArray();
        this.positions = IntStream.range(0, output.height() * output.width())
                .map(p -> (p / output.width() * input.width() + p % output.width()) * BLOCK)
                .toArray();
        this.collected =
                IntStream.range(0, output.maps()).flatMap(this::collected).toArray();
        this.inputSlopes = first ? null : new ConvolutionInputSlopes(matrix, input, output, kernel);
    }

    @Override
    public void forward(float[] parameters, Activations in, Activations out) {
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            convolve(parameters, in.values(), out.values(), lane);
        }
        squashing.squash(out.values(), 0, output.units() * BLOCK);
    }

    private void convolve(float[] parameters, float[] in, float[] out, int lane) {
        for (int row = 0; row < output.height(); row += 2) {
            int top = Math.min(row, output.height() - 2);
            for (int column = 0; column < output.width(); column += 2) {
                int left = Math.min(column, output.width() - 2);
                PatchSum.allMaps(
                        output.maps(),
                        parameters,
                        matrix.bias(0),
                        taps,
                        in,
                        lane + (top * input.width() + left) * BLOCK,
                        input.width() * BLOCK,
                        out,
                        lane + (top * output.width() + left) * BLOCK,
                        output.width() * BLOCK,
                        positions.length * BLOCK);
            }
        }
    }

    @Override
    public void backward(float[] parameters, Activations in, Activations out, GradientShard shard, float[] scratch) {
        squashing.multiplySlope(out.values(), out.slopes(), 0, output.units() * BLOCK);
        addGradient(in.values(), out.slopes(), shard);
        if (inputSlopes != null) {
            inputSlopes.compute(parameters, out.slopes(), in.slopes(), scratch);
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
        squashing.multiplySlope(out.values(), outCurvature, 0, output.units() * BLOCK);
        backward(
                squared,
                new Activations(in.squaredValues(), inCurvature),
                new Activations(out.values(), outCurvature),
                shard,
                scratch);
    }

    private void addGradient(float[] in, float[] slopes, GradientShard shard) {
        int area = positions.length * BLOCK;
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            for (int map = 0; map < output.maps(); map++) {
                PictureSums.add(slopes, map * area + lane, positions.length, shard, biasSums(map) + lane);
            }
            for (int tap = 0; tap < sumRows(); tap++) {
                int from = lane + rowOffset(tap);
                int to = sumsAt + lane + tap * TapGradient.TAPS * BLOCK;
                int map = 0;
                for (; map + 4 <= output.maps(); map += 4) {
                    TapGradient.fourMaps(
                            slopes,
                            lane + map * area,
                            area,
                            in,
                            from,
                            positions,
                            shard.pictureSums,
                            to + map * sumsPerMap(),
                            sumsPerMap(),
                            shard.started);
                }
                for (; map < output.maps(); map += 2) {
                    boolean alone = map + 1 == output.maps();
                    TapGradient.twoMaps(
                            slopes,
                            lane + map * area,
                            alone ? 0 : area,
                            in,
                            from,
                            positions,
                            shard.pictureSums,
                            to + map * sumsPerMap(),
                            alone ? 0 : sumsPerMap(),
                            shard.started);
                }
            }
        }
    }

    @Override
    public void collect(GradientShard shard) {
        for (int i = 0; i < collected.length; i += 2) {
            shard.gradient[collected[i + 1]] = shard.overPictures(collected[i]);
        }
    }

    @Override
    public int pictureSums() {
        return output.maps() * (sumsPerMap() + BLOCK);
    }

    @Override
    public int scratchSize() {
        return inputSlopes == null ? 0 : inputSlopes.scratchSize();
    }

    /** Offset of the input that weight {@code k} of a map is for. */
    private int tapOffset(int k) {
        int inputMap = k / (kernel * kernel);
        int row = k / kernel % kernel;
        return ((inputMap * input.height() + row) * input.width() + k % kernel) * BLOCK;
    }

    /** Groups of neighbouring taps in a kernel row. */
    private int groups() {
        return (kernel + TapGradient.TAPS - 1) / TapGradient.TAPS;
    }

    /** Groups of taps in all kernel rows of all input maps. */
    private int sumRows() {
        return input.maps() * kernel * groups();
    }

    private int sumsPerMap() {
        return sumRows() * TapGradient.TAPS * BLOCK;
    }

    /** Offset of the first input that group {@code row} of taps is for. */
    private int rowOffset(int row) {
        return tapOffset(row / groups() * kernel) + row % groups() * TapGradient.TAPS * BLOCK;
    }

    /** Where the sums of a map's connected weights and of its bias are, and where they go. */
    private IntStream collected(int map) {
        int area = kernel * kernel;
        IntStream weights = connections.inputsOf(map, input.maps()).stream()
                .flatMapToInt(inputMap -> IntStream.range(inputMap * area, (inputMap + 1) * area))
                .flatMap(k -> IntStream.of(weightSums(map, k), matrix.weight(k, map)));
        return IntStream.concat(weights, IntStream.of(biasSums(map), matrix.bias(map)));
    }

    private int weightSums(int map, int k) {
        int row = k / kernel * groups() + k % kernel / TapGradient.TAPS;
        return sumsAt + map * sumsPerMap() + (row * TapGradient.TAPS + k % kernel % TapGradient.TAPS) * BLOCK;
    }

    private int biasSums(int map) {
        return sumsAt + output.maps() * sumsPerMap() + map * BLOCK;
    }
}
