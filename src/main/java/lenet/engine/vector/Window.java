package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;
import static lenet.engine.vector.Lanes.SPECIES;

import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Shape;

/** The {@code window × window} neighbours that a subsampling layer sees as one, and where they lie in its input. */
final class Window {

    private final Shape input;
    private final Shape output;
    private final int size;

    /** Output maps that see the same input map. */
    private final int copies;

    /** Offsets of the neighbours from the first, in row-major order. */
    final int[] offsets;

    Window(ShapedLayer layer, int size) {
        this.input = layer.input();
        this.output = layer.output();
        this.size = size;
        this.copies = output.maps() / input.maps();
        this.offsets = IntStream.range(0, size * size)
                .map(i -> (i / size * input.width() + i % size) * BLOCK)
                .toArray();
    }

    /** Number of neighbours. */
    int area() {
        return size * size;
    }

    /** Number of the output's rows, over all maps. */
    int rows() {
        return output.maps() * output.height();
    }

    /** Rows of one map. */
    int rowsPerMap() {
        return output.height();
    }

    /** Index of an output row's first value. */
    int outputRow(int row) {
        return row * output.width() * BLOCK;
    }

    /** Whether an output row's map is the first of those that see its input map. */
    boolean isFirstOfItsInput(int row) {
        return row / output.height() % copies == 0;
    }

    /** Index of the first neighbour of an output row's first position; maps are tiled without rest. */
    int inputRow(int row) {
        int map = row / output.height() / copies;
        return (map * output.height() + row % output.height()) * size * input.width() * BLOCK;
    }

    /** Values in an output row. */
    int rowLength() {
        return output.width() * BLOCK;
    }

    /** Index of the first neighbour, where {@code i} is an index within the output row that begins at {@code row}. */
    int inputOf(int row, int i) {
        return row + i / BLOCK * size * BLOCK + i % BLOCK;
    }

    /** Sum of the neighbours of a vector of pictures. */
    FloatVector sum(float[] values, int at) {
        FloatVector sum = FloatVector.fromArray(SPECIES, values, at);
        for (int k = 1; k < offsets.length; k++) {
            sum = sum.add(FloatVector.fromArray(SPECIES, values, at + offsets[k]));
        }
        return sum;
    }

    /** Adds {@code slope} to all neighbours' slopes. */
    void spreadMore(FloatVector slope, float[] slopes, int at) {
        for (int offset : offsets) {
            FloatVector.fromArray(SPECIES, slopes, at + offset).add(slope).intoArray(slopes, at + offset);
        }
    }

    /** Writes {@code slope} to all neighbours. */
    void spread(FloatVector slope, float[] slopes, int at) {
        for (int offset : offsets) {
            slope.intoArray(slopes, at + offset);
        }
    }
}
