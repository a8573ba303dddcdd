package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import lenet.dataset.Images;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Scaling;
import lenet.network.Shape;

/**
 * The first convolution of one picture and the average over 2×2 neighbours behind it. Vectors run along the columns that
 * the average leaves: of each pair of neighbouring columns, the even ones make one vector and the odd ones another, so
 * that the average adds whole vectors.
 *
 * <p>For that a row of the picture lies as three times sixteen floats: its even columns, its odd ones, and the even ones
 * from the second on. A tap of the kernel leads to sixteen neighbours in there, and 16 floats further to what the tap
 * meets one column to the right: the layout {@link PatchSum} knows from blocks, with columns in place of pictures.
 *
 * <p>Gives {@code [map][row][16 columns]}.
 */
final class FirstStage {

    private static final int ROW = 3 * BLOCK;

    /** Even and odd columns of two rows. */
    private static final int PATCH = 4 * BLOCK;

    private final Matrix matrix;
    private final Shape input;
    private final Shape output;
    private final Squashing squashing;
    private final float[] inputs;
    private final int[] taps;

    FirstStage(ShapedLayer convolution, Matrix matrix, Scaling scaling) {
        Convolution layer = (Convolution) convolution.layer();
        this.matrix = matrix;
        this.input = convolution.input();
        this.output = convolution.output();
        this.squashing = Squashing.of(layer.activation());
        this.inputs = scaling.table();
        int kernel = layer.kernel();
        this.taps = IntStream.range(0, kernel * kernel)
                .flatMap(k -> {
                    int column = k % kernel;
                    int section = column % 2 * BLOCK;
                    return IntStream.of(k / kernel * ROW + section + column / 2, (1 + k) * matrix.stride());
                })
                .toArray();
    }

    /** Whether these two layers are the ones that this stage computes. */
    static boolean takes(ShapedLayer first, ShapedLayer second) {
        return first.layer() instanceof Convolution convolution
                && second.layer() instanceof AveragePooling pooling
                && pooling.window() == 2
                && first.input().maps() == 1
                && first.output().maps() % 2 == 0
                && first.input().width() <= 2 * BLOCK
                && second.output().width() + (convolution.kernel() - 1) / 2 <= BLOCK;
    }

    /** Number of floats of a picture in this stage's layout; a kernel reaches a little beyond the last row. */
    int inputSize() {
        return (input.height() + 1) * ROW;
    }

    /** Number of floats of two rows of the convolution. */
    int scratchSize() {
        return output.maps() * PATCH;
    }

    /** Number of floats of the average. */
    int size() {
        return output.maps() * output.height() / 2 * BLOCK;
    }

    /** The layout's index of a unit of the average. */
    int at(int map, int row, int column) {
        return (map * output.height() / 2 + row) * BLOCK + column;
    }

    /** Writes a picture into {@code values}, and around it the input of a blank pixel. */
    void pack(Images images, int index, float[] values) {
        int side = images.side();
        input.checkHolds(images);
        int top = (input.height() - side) / 2;
        int left = (input.width() - side) / 2;
        byte[] pixels = images.pixels();
        int from = images.offset(index);
        Arrays.fill(values, inputs[0]);
        for (int row = 0; row < side; row++) {
            int to = (top + row) * ROW;
            for (int column = left; column < left + side; column++) {
                float value = inputs[pixels[from++] & 0xff];
                int half = column / 2;
                if (column % 2 == 1) {
                    values[to + BLOCK + half] = value;
                } else {
                    values[to + half] = value;
                    if (half > 0) {
                        values[to + 2 * BLOCK + half - 1] = value;
                    }
                }
            }
        }
    }

    /** Computes the average from the packed picture. */
    void forward(float[] parameters, float[] in, float[] scratch, float[] out) {
        for (int row = 0; row < output.height(); row += 2) {
            for (int lane = 0; lane < BLOCK; lane += LENGTH) {
                PatchSum.allMaps(
                        output.maps(),
                        parameters,
                        matrix.bias(0),
                        taps,
                        in,
                        row * ROW + lane,
                        ROW,
                        scratch,
                        lane,
                        2 * BLOCK,
                        PATCH);
            }
            squashing.squash(scratch, 0, scratch.length);
            for (int map = 0; map < output.maps(); map++) {
                average(scratch, map * PATCH, out, at(map, row / 2, 0));
            }
        }
    }

    private static void average(float[] scratch, int from, float[] out, int to) {
        for (int lane = 0; lane < BLOCK; lane += LENGTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, scratch, from + lane);
            sum = sum.add(FloatVector.fromArray(SPECIES, scratch, from + lane + BLOCK));
            sum = sum.add(FloatVector.fromArray(SPECIES, scratch, from + lane + 2 * BLOCK));
            sum = sum.add(FloatVector.fromArray(SPECIES, scratch, from + lane + 3 * BLOCK));
            sum.mul(0.25f).intoArray(out, to + lane);
        }
    }
}
