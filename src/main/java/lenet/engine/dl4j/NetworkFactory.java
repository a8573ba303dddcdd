package lenet.engine.dl4j;

import lenet.network.Architecture;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Parameters;
import lenet.network.Shape;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.NoOp;

/** Builds Deeplearning4j's network of an architecture. Its last layer gives logits; softmax and loss are outside. */
final class NetworkFactory {

    private final Convolutions convolutions;

    NetworkFactory(Convolutions convolutions) {
        this.convolutions = convolutions;
    }

    /** What computes a convolution. */
    enum Convolutions {
        ONEDNN,
        BUILT_IN
    }

    MultiLayerNetwork network(Architecture architecture, Parameters parameters) {
        var layers = new NeuralNetConfiguration.Builder()
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                // The weights are moved by TrainableNetwork.step, not by Deeplearning4j.
                .updater(new NoOp())
                .list();
        for (lenet.network.Layer layer : architecture.layers()) {
            layers.layer(translated(layer));
        }
        Shape input = architecture.input();
        layers.setInputType(InputType.convolutional(input.height(), input.width(), input.maps()));
        MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
        network.init();
        new ParameterLayout(architecture).write(parameters.toArray(), network.params());
        return network;
    }

    private Layer translated(lenet.network.Layer layer) {
        if (layer instanceof Convolution convolution) {
            return convolution(convolution);
        } else if (layer instanceof AveragePooling pooling) {
            return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                    .name(pooling.name())
                    .kernelSize(pooling.window(), pooling.window())
                    .stride(pooling.window(), pooling.window())
                    .build();
        } else if (layer instanceof Dense dense) {
            return new DenseLayer.Builder()
                    .name(dense.name())
                    .nOut(dense.units())
                    .activation(activation(dense.activation()))
                    .build();
        }
        throw new IllegalArgumentException("Deeplearning4j has no translation for layer " + layer);
    }

    private Layer convolution(Convolution convolution) {
        ConvolutionLayer.Builder builder = new ConvolutionLayer.Builder(convolution.kernel(), convolution.kernel());
        builder.name(convolution.name());
        builder.nOut(convolution.maps());
        builder.activation(activation(convolution.activation()));
        // A helper that fails must say so instead of leaving the work to the slow path.
        builder.setCudnnAllowFallback(false);
        return convolutions == Convolutions.ONEDNN ? new OneDnnConvolution(builder) : builder.build();
    }

    private static Activation activation(lenet.network.Activation activation) {
        return switch (activation) {
            case TANH -> Activation.TANH;
            case IDENTITY -> Activation.IDENTITY;
        };
    }
}
