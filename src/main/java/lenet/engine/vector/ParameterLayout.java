package lenet.engine.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.Subsampling;

/** Where every parameter lies in the engine's flat array, and how it gets there and back. */
final class ParameterLayout {

    /** For each layer its matrix; one without inputs and outputs where there is nothing to train. */
    private final List<Matrix> matrices = new ArrayList<>();

    /** Index in the flat array of each parameter in canonical order. */
    private final int[] indices;

    private final int size;

    ParameterLayout(Architecture architecture) {
        int offset = 0;
        IntStream.Builder builder = IntStream.builder();
        for (ShapedLayer shaped : architecture.shapedLayers()) {
            Matrix matrix = matrix(shaped, offset);
            matrices.add(matrix);
            addIndices(shaped, matrix, builder);
            offset = matrix.end();
        }
        indices = builder.build().toArray();
        size = offset;
    }

    /** Length of the flat array. */
    int size() {
        return size;
    }

    /** The matrix of layer number {@code layer}. */
    Matrix matrix(int layer) {
        return matrices.get(layer);
    }

    /** The matrices that hold anything to train. */
    List<Matrix> trainable() {
        return matrices.stream().filter(matrix -> matrix.outputs() > 0).toList();
    }

    /** A flat array that holds canonical {@code values}. */
    float[] flat(float[] values) {
        float[] flat = new float[size];
        for (int i = 0; i < indices.length; i++) {
            flat[indices[i]] = values[i];
        }
        return flat;
    }

    /** The values of a flat array in canonical order. */
    float[] canonical(float[] flat) {
        float[] values = new float[indices.length];
        for (int i = 0; i < indices.length; i++) {
            values[i] = flat[indices[i]];
        }
        return values;
    }

    private static Matrix matrix(ShapedLayer shaped, int offset) {
        Layer layer = shaped.layer();
        if (layer instanceof Convolution convolution) {
            int inputs = shaped.input().maps() * convolution.kernel() * convolution.kernel();
            return new Matrix(offset, inputs, convolution.maps());
        } else if (layer instanceof Dense dense) {
            return new Matrix(offset, shaped.input().units(), dense.units());
        } else if (layer instanceof Subsampling) {
            return new Matrix(offset, 1, shaped.output().maps());
        }
        return new Matrix(offset, 0, 0);
    }

    private static void addIndices(ShapedLayer shaped, Matrix matrix, IntStream.Builder indices) {
        Layer layer = shaped.layer();
        if (layer instanceof Convolution convolution) {
            int area = convolution.kernel() * convolution.kernel();
            for (int map = 0; map < convolution.maps(); map++) {
                for (int input :
                        convolution.connections().inputsOf(map, shaped.input().maps())) {
                    for (int tap = 0; tap < area; tap++) {
                        indices.add(matrix.weight(input * area + tap, map));
                    }
                }
            }
        } else {
            for (int unit = 0; unit < matrix.outputs(); unit++) {
                for (int input = 0; input < matrix.inputs(); input++) {
                    indices.add(matrix.weight(input, unit));
                }
            }
        }
        for (int unit = 0; unit < matrix.outputs(); unit++) {
            indices.add(matrix.bias(unit));
        }
    }
}
