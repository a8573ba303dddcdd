package lenet.engine.dl4j;

import java.util.function.Supplier;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A Deeplearning4j network whose layers are run from here, one after another, with everything they allocate in one
 * arena. One thread at a time.
 *
 * <p>{@code MultiLayerNetwork}'s own passes leave the activations to the garbage collector, which sees a few bytes of
 * Java where there are megabytes of native memory. The arena belongs to the calling thread and is used over and over;
 * it grows to the largest pass and no further.
 */
final class LayerStack {

    /** Pictures to run at once: bounds the arena, and the wait of whoever shares a classifier with a long range. */
    static final int PASS = 128;

    private static final String ARENA = "lenet";
    private static final WorkspaceConfiguration GROWING = WorkspaceConfiguration.builder()
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private final MultiLayerNetwork network;
    private final @Nullable INDArray mask;
    private final @Nullable RadialBasisOutput output;
    private final LayerWorkspaceMgr arrays =
            LayerWorkspaceMgr.builder().defaultWorkspace(ARENA, GROWING).build();

    /** Of the last forward pass. */
    private long[] outputShape = {};

    /**
     * Takes the network over.
     *
     * @param mask 0 for each of its parameters that shall stay as it is, 1 for others
     * @param output what stands behind the network's last layer, if anything does
     */
    LayerStack(MultiLayerNetwork network, @Nullable INDArray mask, @Nullable RadialBasisOutput output) {
        this.network = network;
        this.mask = mask;
        this.output = output;
        network.initGradientsView();
    }

    /** All parameters in Deeplearning4j's order; a view that may be written to. */
    INDArray parameters() {
        return network.params();
    }

    /** The slopes of the last backward pass, in the order of {@link #parameters()}. */
    INDArray gradient() {
        return network.getFlattenedGradients();
    }

    /** Runs {@code pass} inside the arena: no array that is made in there may leave it. */
    static <T> T inArena(Supplier<T> pass) {
        NativeRuntime.stayOnThisThread();
        try (MemoryWorkspace arena = Nd4j.getWorkspaceManager().getAndActivateWorkspace(GROWING, ARENA)) {
            return pass.get();
        }
    }

    /** The last layer's output {@code [picture][class]}, row-major; call it in the arena. */
    float[] forward(INDArray input, boolean training) {
        INDArray activations = input;
        for (int i = 0; i < network.getnLayers(); i++) {
            InputPreProcessor reshaping = network.getLayerWiseConfigurations().getInputPreProcess(i);
            if (reshaping != null) {
                activations = reshaping.preProcess(activations, (int) input.size(0), arrays);
            }
            activations = network.getLayer(i).activate(activations, training, arrays);
        }
        outputShape = activations.shape();
        float[] units = activations.dup('c').data().asFloat();
        return output == null ? units : output.forward(units);
    }

    /**
     * Leaves the parameters' slopes in {@link #gradient()}; call it in the arena after a forward pass in training.
     *
     * @param outputSlopes the loss's slopes by the last layer's output, {@code [picture][class]} row-major
     */
    void backward(float[] outputSlopes, int pictures) {
        float[] unitSlopes = output == null ? outputSlopes : output.backward(outputSlopes);
        INDArray slopes = Nd4j.create(unitSlopes, outputShape, 'c');
        for (int i = network.getnLayers() - 1; i >= 0; i--) {
            Layer layer = network.getLayer(i);
            slopes = layer.backpropGradient(slopes, arrays).getSecond();
            InputPreProcessor reshaping = network.getLayerWiseConfigurations().getInputPreProcess(i);
            if (reshaping != null && i > 0) {
                slopes = reshaping.backprop(slopes, pictures, arrays);
            }
        }
        if (mask != null) {
            gradient().muli(mask);
        }
    }

    /** Frees the parameters, and the calling thread's arena. */
    void close() {
        network.close();
        if (mask != null) {
            mask.close();
        }
        Nd4j.getWorkspaceManager()
                .destroyWorkspace(Nd4j.getWorkspaceManager().getWorkspaceForCurrentThread(GROWING, ARENA));
    }
}
