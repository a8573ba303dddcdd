package lenet.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import lenet.network.Architecture;
import lenet.network.Architecture.ShapedLayer;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Tensor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where a parameter lies in Deeplearning4j's flat vector.
 *
 * <p>Within a tensor both orders are the same: convolutions are {@code [out][in][row][column]} in both, and a dense
 * layer's {@code [in][out]} in column-major order is {@code [out][in]} row-major. Only before the weights of a
 * convolution, and of a subsampling, comes its bias there. A convolution with a connection table is a full one there:
 * the weights that do not exist here are zero.
 */
final class ParameterLayout {

    /** The place there of each canonical value. */
    private final int[] places;

    private final List<Range> weights = new ArrayList<>();
    private final int count;

    ParameterLayout(Architecture architecture) {
        this.places = new int[architecture.parameterCount()];
        int own = 0;
        int theirs = 0;
        for (ShapedLayer shaped : architecture.shapedLayers()) {
            List<Tensor> tensors = shaped.layer().tensors(shaped.input());
            if (tensors.isEmpty()) {
                continue;
            }
            int biases = tensors.get(1).size();
            int fullWeights = fullWeights(shaped, tensors.get(0));
            boolean biasFirst = !(shaped.layer() instanceof Dense);
            Range weight = new Range(biasFirst ? theirs + biases : theirs, fullWeights);
            own = placeWeights(shaped, weight.from(), tensors.get(0), own);
            own = place(biasFirst ? theirs : theirs + fullWeights, biases, own);
            weights.add(weight);
            theirs += fullWeights + biases;
        }
        count = theirs;
    }

    private record Range(int from, int size) {}

    /** Copies canonical {@code values} into the network's flat vector. */
    void write(float[] values, INDArray flat) {
        float[] theirs = new float[count];
        for (int i = 0; i < places.length; i++) {
            theirs[places[i]] = values[i];
        }
        flat.assign(Nd4j.createFromArray(theirs).reshape(flat.shape()));
    }

    /** A canonical copy of the network's flat vector. */
    float[] read(INDArray flat) {
        float[] theirs = flat.reshape(count).toFloatVector();
        float[] values = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = theirs[places[i]];
        }
        return values;
    }

    /** Views on the weights, without the biases, of the network's flat vector. */
    List<INDArray> weights(INDArray flat) {
        INDArray vector = flat.reshape(count);
        return weights.stream()
                .map(range -> vector.get(NDArrayIndex.interval(range.from(), range.from() + range.size())))
                .toList();
    }

    /** 1 for each value there that exists here and 0 for the others, in the flat vector's order; null without others. */
    @Nullable
    INDArray mask() {
        if (places.length == count) {
            return null;
        }
        float[] mask = new float[count];
        for (int place : places) {
            mask[place] = 1;
        }
        return Nd4j.createFromArray(mask).reshape(1, count);
    }

    private static int fullWeights(ShapedLayer shaped, Tensor weight) {
        return shaped.layer() instanceof Convolution convolution
                ? convolution.maps() * shaped.input().maps() * convolution.kernel() * convolution.kernel()
                : weight.size();
    }

    private int placeWeights(ShapedLayer shaped, int from, Tensor weight, int own) {
        if (!(shaped.layer() instanceof Convolution convolution)) {
            return place(from, weight.size(), own);
        }
        int inputs = shaped.input().maps();
        int area = convolution.kernel() * convolution.kernel();
        int next = own;
        for (int map = 0; map < convolution.maps(); map++) {
            for (int input : convolution.connections().inputsOf(map, inputs)) {
                next = place(from + (map * inputs + input) * area, area, next);
            }
        }
        return next;
    }

    /** Gives {@code size} canonical values from {@code own} on the places from {@code from} on; returns what is next. */
    private int place(int from, int size, int own) {
        for (int i = 0; i < size; i++) {
            places[own + i] = from + i;
        }
        return own + size;
    }
}
