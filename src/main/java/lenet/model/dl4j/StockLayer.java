package lenet.model.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One of Deeplearning4j's own layers and its values; both arrays are empty in a layer that has none.
 *
 * @param weights in the layer's own order: convolutions {@code [out][in][row][column]}, dense ones column-major
 *     {@code [in][out]}, which is {@code [out][in]} row-major
 */
@SuppressWarnings("ArrayRecordComponent") // Written once; never compared.
record StockLayer(Layer layer, float[] weights, float[] biases) {

    StockLayer(Layer layer) {
        this(layer, new float[0], new float[0]);
    }

    /** The layer whose sums are those of this one, divided. */
    StockLayer dividedBy(double divisor) {
        return new StockLayer(layer, divided(weights, divisor), divided(biases, divisor));
    }

    private static float[] divided(float[] values, double divisor) {
        float[] divided = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            divided[i] = (float) (values[i] / divisor);
        }
        return divided;
    }

    void writeTo(MultiLayerNetwork network, int index) {
        if (biases.length == 0) {
            return;
        }
        INDArray weight = network.getParam(index + "_W");
        // Both are views on the network's one vector of parameters.
        weight.assign(Nd4j.create(weights, weight.shape(), weight.rank() == 2 ? 'f' : 'c'));
        INDArray bias = network.getParam(index + "_b");
        bias.assign(Nd4j.create(biases, bias.shape(), 'c'));
    }
}
