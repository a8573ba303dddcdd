package lenet.engine.dl4j;

import static org.deeplearning4j.nn.params.ConvolutionParamInitializer.BIAS_KEY;
import static org.deeplearning4j.nn.params.ConvolutionParamInitializer.WEIGHT_KEY;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The passes of an {@link OneDnnConvolution}: stride 1, no padding, {@code [picture][map][row][column]}.
 *
 * <p>Unlike Deeplearning4j's layer it keeps the forward pass's sums for the backward pass instead of computing them
 * again, and the network's first layer does not compute slopes by pixels that nobody asks for.
 */
final class OneDnnConvolutionLayer extends ConvolutionLayer {

    private static final long serialVersionUID = 1;
    private static final int STRIDE = 1;
    private static final int PADDING = 0;
    private static final int DILATION = 1;
    private static final int PADDING_AS_GIVEN = 0;
    private static final int CHANNELS_FIRST = 0;
    private static final int WEIGHTS_OUT_IN_ROW_COLUMN = 1;

    private transient @Nullable INDArray sums;

    OneDnnConvolutionLayer(NeuralNetConfiguration configuration, DataType dataType) {
        super(configuration, dataType);
    }

    /** The sums of {@link #getInput()}, squashed. */
    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray weights = getParam(WEIGHT_KEY);
        int kernel = (int) weights.size(2);
        INDArray output = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS,
                input.dataType(),
                input.size(0),
                weights.size(0),
                input.size(2) - kernel + 1,
                input.size(3) - kernel + 1);
        convolve("conv2d", kernel, new INDArray[] {input, weights, getParam(BIAS_KEY)}, output);
        sums = training ? workspaces.dup(ArrayType.FF_WORKING_MEM, output) : null;
        return layerConf().getActivationFn().getActivation(output, training);
    }

    /**
     * The loss's slopes by weights and biases, into their gradient views, and those by the input; the network's first
     * layer gives no slopes by its input.
     */
    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray outputSlopes, LayerWorkspaceMgr workspaces) {
        INDArray forward = sums;
        if (forward == null) {
            throw new IllegalStateException("a backward pass follows a forward pass in training");
        }
        sums = null;
        INDArray sumSlopes =
                layerConf().getActivationFn().backprop(forward, outputSlopes).getFirst();
        Gradient gradient = new DefaultGradient();
        gradient.setGradientFor(BIAS_KEY, gradientOf(BIAS_KEY));
        gradient.setGradientFor(WEIGHT_KEY, gradientOf(WEIGHT_KEY), 'c');
        if (getIndex() == 0) {
            correlateWithInput(sumSlopes, workspaces);
            return new Pair<>(gradient, null);
        }
        INDArray weights = getParam(WEIGHT_KEY);
        INDArray inputSlopes =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape());
        convolve(
                "conv2d_bp",
                (int) weights.size(2),
                new INDArray[] {input, weights, getParam(BIAS_KEY), sumSlopes},
                inputSlopes,
                gradientOf(WEIGHT_KEY),
                gradientOf(BIAS_KEY));
        return new Pair<>(gradient, inputSlopes);
    }

    /**
     * The slopes by weights and biases alone. Those by a weight are the input correlated with the sums' slopes: a
     * convolution in which pictures and maps change places.
     */
    private void correlateWithInput(INDArray sumSlopes, LayerWorkspaceMgr workspaces) {
        INDArray weightSlopes = gradientOf(WEIGHT_KEY);
        INDArray correlation = workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM,
                input.dataType(),
                weightSlopes.size(1),
                weightSlopes.size(0),
                weightSlopes.size(2),
                weightSlopes.size(3));
        convolve(
                "conv2d",
                (int) sumSlopes.size(2),
                new INDArray[] {input.permute(1, 0, 2, 3), sumSlopes.permute(1, 0, 2, 3)},
                correlation);
        weightSlopes.assign(correlation.permute(1, 0, 2, 3));
        sumSlopes.sum(gradientOf(BIAS_KEY), 0, 2, 3);
    }

    private INDArray gradientOf(String key) {
        return Objects.requireNonNull(gradientViews.get(key));
    }

    private static void convolve(String operation, int kernel, INDArray[] inputs, INDArray... outputs) {
        Nd4j.exec(DynamicCustomOp.builder(operation)
                .addInputs(inputs)
                .addOutputs(outputs)
                .addIntegerArguments(
                        kernel,
                        kernel,
                        STRIDE,
                        STRIDE,
                        PADDING,
                        PADDING,
                        DILATION,
                        DILATION,
                        PADDING_AS_GIVEN,
                        CHANNELS_FIRST,
                        WEIGHTS_OUT_IN_ROW_COLUMN)
                .build());
    }
}
