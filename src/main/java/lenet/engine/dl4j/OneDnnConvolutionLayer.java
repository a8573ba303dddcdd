package lenet.engine.dl4j;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.nd4j.linalg.api.buffer.DataType;

/** Deeplearning4j's convolution layer with its oneDNN helper in place. */
final class OneDnnConvolutionLayer extends ConvolutionLayer {

    private static final long serialVersionUID = 1;

    OneDnnConvolutionLayer(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
        helper = new MKLDNNConvHelper(dataType);
    }
}
