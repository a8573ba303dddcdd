package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.LENGTH;
import static lenet.engine.vector.Lanes.SPECIES;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Shape;

/**
 * The second convolution of one picture and the average over 2×2 neighbours behind it. Vectors run along the maps. Takes
 * {@code [map][row][16 columns]}, gives {@code [row][column][maps, padded to whole vectors]}.
 */
final class SecondStage implements PictureLayer {

    private final Matrix matrix;
    private final Shape output;
    private final Squashing squashing;
    private final int[] taps;

    SecondStage(ShapedLayer convolution, Matrix matrix, FirstStage before) {
        Convolution layer = (Convolution) convolution.layer();
        this.matrix = matrix;
        this.output = convolution.output();
        this.squashing = Squashing.of(layer.activation());
        int kernel = layer.kernel();
        this.taps = IntStream.range(0, matrix.inputs())
                .flatMap(k -> {
                    int map = k / (kernel * kernel);
                    return IntStream.of(before.at(map, k / kernel % kernel, k % kernel), (1 + k) * matrix.stride());
                })
                .toArray();
    }

    /** Whether these two layers are the ones that this stage computes. */
    static boolean takes(ShapedLayer first, ShapedLayer second) {
        return first.layer() instanceof Convolution
                && second.layer() instanceof AveragePooling pooling
                && pooling.window() == 2
                && first.output().width() >= MapSum.COLUMNS;
    }

    /** Number of floats of the convolution and of the average behind it. */
    @Override
    public int size() {
        return averages() + output.height() * output.width() * matrix.stride();
    }

    /** The layout's index of a unit of the average, which comes first. */
    int at(int map, int row, int column) {
        return (row * output.width() / 2 + column) * matrix.stride() + map;
    }

    private int averages() {
        return output.height() / 2 * output.width() / 2 * matrix.stride();
    }

    @Override
    public void forward(float[] parameters, float[] in, float[] out) {
        int convolved = averages();
        int column = matrix.stride();
        int row = output.width() * column;
        for (int map = 0; map < matrix.stride(); map += LENGTH) {
            for (int top = 0; top < output.height(); top += 2) {
                for (int i = 0; i < output.width(); i += MapSum.COLUMNS) {
                    int left = Math.min(i, output.width() - MapSum.COLUMNS);
                    int to = convolved + top * row + left * column + map;
                    MapSum.add(parameters, matrix.bias(map), taps, in, top * BLOCK + left, BLOCK, out, to, column, row);
                }
            }
        }
        squashing.squash(out, convolved, convolved + output.height() * row);
        for (int y = 0; y < output.height(); y += 2) {
            for (int x = 0; x < output.width(); x += 2) {
                average(out, convolved + y * row + x * column, at(0, y / 2, x / 2), column, row);
            }
        }
    }

    private void average(float[] out, int from, int to, int column, int row) {
        for (int map = 0; map < matrix.stride(); map += LENGTH) {
            FloatVector sum = FloatVector.fromArray(SPECIES, out, from + map);
            sum = sum.add(FloatVector.fromArray(SPECIES, out, from + map + column));
            sum = sum.add(FloatVector.fromArray(SPECIES, out, from + map + row));
            sum = sum.add(FloatVector.fromArray(SPECIES, out, from + map + row + column));
            sum.mul(0.25f).intoArray(out, to + map);
        }
    }
}
