package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;

import java.util.stream.IntStream;
import lenet.network.Shape;

/**
 * The loss's slopes by a convolution's input: again a convolution, of the output's slopes with the kernel turned around.
 *
 * <p>Few taps reach the border of the input, so each 2×2 patch of it has its own list of taps: those that reach at least
 * one of the four positions. Where a tap of the list misses a position it meets one of the zeros that surround the
 * slopes.
 */
final class ConvolutionInputSlopes {

    private final Matrix matrix;
    private final Shape input;
    private final Shape output;
    private final int kernel;

    /** For each patch, pairs of an offset in the bordered slopes and one in the turned weights. */
    private final int[][] taps;

    ConvolutionInputSlopes(Matrix matrix, Shape input, Shape output, int kernel) {
        this.matrix = matrix;
        this.input = input;
        this.output = output;
        this.kernel = kernel;
        int columns = (input.width() + 1) / 2;
        int rows = (input.height() + 1) / 2;
        this.taps = IntStream.range(0, rows * columns)
                .mapToObj(patch -> tapsReaching(top(patch / columns), left(patch % columns)))
                .toArray(int[][]::new);
    }

    /** Room for the slopes with a border of zeros, for a row of zeros in place of biases, and for the turned weights. */
    int scratchSize() {
        return weightsAt() + turnedStride() * (1 + kernel * kernel * output.maps());
    }

    /**
     * @param slopes slopes by the convolution's sums
     * @param inputSlopes where the slopes by its input go
     */
    void compute(float[] parameters, float[] slopes, float[] inputSlopes, float[] scratch) {
        putBorderAround(slopes, scratch);
        turn(parameters, scratch);
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            convolve(scratch, inputSlopes, lane);
        }
    }

    private void convolve(float[] scratch, float[] inputSlopes, int lane) {
        int patch = 0;
        for (int row = 0; row < (input.height() + 1) / 2; row++) {
            for (int column = 0; column < (input.width() + 1) / 2; column++) {
                PatchSum.allMaps(
                        input.maps(),
                        scratch,
                        weightsAt(),
                        taps[patch++],
                        scratch,
                        lane + bordered(top(row), left(column)),
                        borderedWidth() * BLOCK,
                        inputSlopes,
                        lane + (top(row) * input.width() + left(column)) * BLOCK,
                        input.width() * BLOCK,
                        input.height() * input.width() * BLOCK);
            }
        }
    }

    private void putBorderAround(float[] slopes, float[] scratch) {
        int width = output.width() * BLOCK;
        for (int map = 0; map < output.maps(); map++) {
            for (int row = 0; row < output.height(); row++) {
                int from = (map * output.height() + row) * width;
                System.arraycopy(slopes, from, scratch, map * borderedArea() + bordered(row, 0), width);
            }
        }
    }

    /** Copies the weights to where those from one output map to neighbouring input maps are neighbours. */
    private void turn(float[] parameters, float[] scratch) {
        for (int tap = 0; tap < kernel * kernel; tap++) {
            for (int map = 0; map < output.maps(); map++) {
                int to = weightsAt() + turnedWeight(tap, map);
                int from = matrix.weight(tap, map);
                for (int inputMap = 0; inputMap < input.maps(); inputMap++) {
                    scratch[to + inputMap] = parameters[from + inputMap * kernel * kernel * matrix.stride()];
                }
            }
        }
    }

    private int[] tapsReaching(int top, int left) {
        return IntStream.range(0, output.maps() * kernel * kernel)
                .filter(k ->
                        reaches(top, k / kernel % kernel, output.height()) && reaches(left, k % kernel, output.width()))
                .flatMap(k -> {
                    int map = k / (kernel * kernel);
                    int tap = k % (kernel * kernel);
                    int back = (tap / kernel * borderedWidth() + tap % kernel) * BLOCK;
                    return IntStream.of(map * borderedArea() - back, turnedWeight(tap, map));
                })
                .toArray();
    }

    /** Whether a tap {@code offset} into the kernel leads from position {@code first} or the next to an output. */
    private static boolean reaches(int first, int offset, int outputs) {
        return first - offset >= -1 && first - offset < outputs;
    }

    private int top(int row) {
        return Math.min(2 * row, input.height() - 2);
    }

    private int left(int column) {
        return Math.min(2 * column, input.width() - 2);
    }

    private int borderedWidth() {
        return output.width() + 2;
    }

    private int borderedArea() {
        return (output.height() + 2) * borderedWidth() * BLOCK;
    }

    /** Offset of a position of the output in its map with the border; may lie outside of the map. */
    private int bordered(int row, int column) {
        return ((row + 1) * borderedWidth() + column + 1) * BLOCK;
    }

    private int weightsAt() {
        return output.maps() * borderedArea();
    }

    private int turnedStride() {
        return Lanes.roundUp(input.maps(), 2);
    }

    /** Offset of the weights of {@code tap} from output map {@code map}, behind a row of zeros. */
    private int turnedWeight(int tap, int map) {
        return (1 + tap * output.maps() + map) * turnedStride();
    }
}
