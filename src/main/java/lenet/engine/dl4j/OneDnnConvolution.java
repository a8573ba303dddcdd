package lenet.engine.dl4j;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution that oneDNN computes.
 *
 * <p>Deeplearning4j's own layer asks for its oneDNN helper through {@code BaseMKLDNNHelper}, which looks up a method
 * that this version has renamed; the helper is then dropped without a word and a five times slower path is taken. This
 * configuration makes a layer that calls ND4J's convolutions itself; those use oneDNN wherever it is built in.
 */
final class OneDnnConvolution extends ConvolutionLayer {

    private static final long serialVersionUID = 1;

    OneDnnConvolution(Builder builder) {
        super(builder);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration configuration,
            Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialise,
            DataType dataType) {
        OneDnnConvolutionLayer layer = new OneDnnConvolutionLayer(configuration, dataType);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        layer.setParamTable(initializer().init(configuration, parameters, initialise));
        layer.setConf(configuration);
        return layer;
    }

    @Override
    public OneDnnConvolution clone() {
        return (OneDnnConvolution) super.clone();
    }
}
