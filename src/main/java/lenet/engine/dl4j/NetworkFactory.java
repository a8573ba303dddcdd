package lenet.engine.dl4j;

import lenet.network.Architecture;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.RadialBasis;
import lenet.network.Layer.Subsampling;
import lenet.network.Parameters;
import lenet.network.Shape;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.learning.config.NoOp;

/** Builds Deeplearning4j's network of an architecture. Its last layer gives logits; softmax and loss are outside. */
final class NetworkFactory {

    private final Convolutions convolutions;

    NetworkFactory(Convolutions convolutions) {
        this.convolutions = convolutions;
    }

    /** What computes convolutions, and the activations after them. */
    enum Convolutions {
        /** ND4J's operations that oneDNN takes over, where the native library has it. */
        ONEDNN,
        /** Deeplearning4j's own layers, on every platform. */
        BUILT_IN
    }

    /** The kernels for this platform's native library. */
    static NetworkFactory forThisPlatform() {
        return new NetworkFactory(NativeRuntime.load().hasOneDnn() ? Convolutions.ONEDNN : Convolutions.BUILT_IN);
    }

    /** A network of its own with a copy of {@code parameters}. */
    LayerStack network(Architecture architecture, Parameters parameters) {
        var layers = new NeuralNetConfiguration.Builder()
                // Dl4jTrainableNetwork moves the weights, not Deeplearning4j.
                .updater(new NoOp())
                .list();
        RadialBasisOutput output = null;
        for (int i = 0; i < architecture.layers().size(); i++) {
            lenet.network.Layer layer = architecture.layers().get(i);
            if (layer instanceof RadialBasis radial
                    && i == architecture.layers().size() - 1) {
                output = new RadialBasisOutput(radial.codes());
                continue;
            }
            if (i > 0 && architecture.layers().get(i - 1) instanceof Dense && !(layer instanceof Dense)) {
                throw new IllegalArgumentException(
                        "%s: only dense layers may follow a dense layer in Deeplearning4j, found %s"
                                .formatted(layer.name(), layer.getClass().getSimpleName()));
            }
            layers.layer(translated(layer));
            if (layer instanceof Subsampling subsampling) {
                layers.inputPreProcessor(i, new WindowSum(subsampling.window()));
            }
        }
        Shape input = architecture.input();
        layers.setInputType(InputType.convolutional(input.height(), input.width(), input.maps()));
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        ParameterLayout layout = new ParameterLayout(architecture);
        layout.write(parameters.toArray(), network.params());
        return new LayerStack(network, layout.mask(), output);
    }

    private Layer translated(lenet.network.Layer layer) {
        if (layer instanceof Convolution convolution) {
            return convolution(convolution);
        } else if (layer instanceof AveragePooling pooling) {
            return pooling(SubsamplingLayer.PoolingType.AVG, pooling.name(), pooling.window());
        } else if (layer instanceof MaxPooling pooling) {
            return pooling(SubsamplingLayer.PoolingType.MAX, pooling.name(), pooling.window());
        } else if (layer instanceof Subsampling subsampling) {
            return coefficients(subsampling);
        } else if (layer instanceof Dense dense) {
            return new DenseLayer.Builder()
                    .name(dense.name())
                    .nOut(dense.units())
                    .activation(activation(dense.activation()))
                    .build();
        }
        throw new IllegalArgumentException("Deeplearning4j has no translation for layer " + layer);
    }

    private static Layer pooling(SubsamplingLayer.PoolingType type, String name, int window) {
        return new SubsamplingLayer.Builder(type)
                .name(name)
                .kernelSize(window, window)
                .stride(window, window)
                .build();
    }

    /** The paper's subsampling after its {@link WindowSum}: each map times a coefficient of its own, and its bias. */
    private Layer coefficients(Subsampling subsampling) {
        DepthwiseConvolution2D.Builder builder = new DepthwiseConvolution2D.Builder(1, 1);
        builder.depthMultiplier(subsampling.copies());
        builder.name(subsampling.name());
        builder.activation(activation(subsampling.activation()));
        return builder.build();
    }

    private Layer convolution(Convolution convolution) {
        ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel());
        builder.name(convolution.name());
        builder.nOut(convolution.maps());
        builder.activation(activation(convolution.activation()));
        return convolutions == Convolutions.ONEDNN ? new OneDnnConvolution(builder) : builder.build();
    }

    private IActivation activation(lenet.network.Activation activation) {
        return switch (activation) {
            case TANH -> tanh();
            case SCALED_TANH -> new ScaledTanh(tanh());
            case RELU -> new ActivationReLU();
            case IDENTITY -> new ActivationIdentity();
        };
    }

    private IActivation tanh() {
        return convolutions == Convolutions.ONEDNN ? new OneDnnTanh() : new ActivationTanH();
    }
}
