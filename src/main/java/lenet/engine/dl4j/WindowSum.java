package lenet.engine.dl4j;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.inputs.InputType.InputTypeConvolutional;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums {@code window × window} neighbours on their way into a layer: the first half of the paper's subsampling. The
 * library's pooling layers average, take the largest or a norm, and do not sum.
 */
final class WindowSum implements InputPreProcessor {

    private static final long serialVersionUID = 1;
    private static final int CHANNELS_FIRST = 1;

    private final int window;

    WindowSum(int window) {
        this.window = window;
    }

    @Override
    public INDArray preProcess(INDArray maps, int pictures, LayerWorkspaceMgr workspaces) {
        long rows = maps.size(2) / window;
        long columns = maps.size(3) / window;
        return maps.dup('c')
                .reshape(maps.size(0), maps.size(1), rows, window, columns, window)
                .sum(3, 5);
    }

    /** Every neighbour has its sum's slope. */
    @Override
    public INDArray backprop(INDArray sumSlopes, int pictures, LayerWorkspaceMgr workspaces) {
        INDArray slopes = workspaces.createUninitialized(
                ArrayType.ACTIVATION_GRAD,
                sumSlopes.dataType(),
                sumSlopes.size(0),
                sumSlopes.size(1),
                sumSlopes.size(2) * window,
                sumSlopes.size(3) * window);
        Nd4j.exec(DynamicCustomOp.builder("upsampling2d")
                .addInputs(sumSlopes)
                .addOutputs(slopes)
                .addIntegerArguments(window, window, CHANNELS_FIRST)
                .build());
        return slopes;
    }

    @Override
    public InputType getOutputType(InputType type) {
        InputTypeConvolutional maps = (InputTypeConvolutional) type;
        return InputType.convolutional(maps.getHeight() / window, maps.getWidth() / window, maps.getChannels());
    }

    @Override
    public Pair<@Nullable INDArray, MaskState> feedForwardMaskArray(
            @Nullable INDArray mask, MaskState state, int pictures) {
        return new Pair<>(mask, state);
    }

    @Override
    public WindowSum clone() {
        return new WindowSum(window);
    }
}
