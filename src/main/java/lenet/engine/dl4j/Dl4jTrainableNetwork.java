package lenet.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A Deeplearning4j network whose loss, backward pass and optimiser step are driven from here, step by step. A batch
 * larger than {@value LayerStack#PASS} pictures is one step of several passes.
 */
final class Dl4jTrainableNetwork implements TrainableNetwork {

    private final Architecture architecture;
    private final Loss loss;
    private final Optimiser optimiser;
    private final LayerStack layers;
    private final ParameterLayout layout;
    private final InputPacker packer;
    private final Descent descent;
    private final List<INDArray> weights;
    private long steps;

    Dl4jTrainableNetwork(
            NetworkFactory factory,
            Architecture architecture,
            Scaling scaling,
            Loss loss,
            Optimiser optimiser,
            NetworkState state) {
        this.architecture = architecture;
        this.loss = loss;
        this.optimiser = optimiser;
        state.check(architecture, optimiser);
        this.steps = state.steps();
        this.packer = new InputPacker(architecture.input(), scaling);
        this.layout = new ParameterLayout(architecture);
        this.layers = factory.network(architecture, state.parameters());
        this.weights = layout.weights(layers.parameters());
        this.descent = Descent.of(optimiser, layers.parameters());
        restore(state.optimiserState());
    }

    @Override
    public StepResult step(Batch batch, double learningRate) {
        return LayerStack.inArena(() -> {
            descent.begin();
            double lossSum = 0;
            int correct = 0;
            for (int from = 0; from < batch.size(); from += LayerStack.PASS) {
                BatchLoss loss = descend(batch, from, Math.min(from + LayerStack.PASS, batch.size()), learningRate);
                lossSum += loss.sum();
                correct += loss.correct();
            }
            move(learningRate);
            steps++;
            return new StepResult(lossSum, correct);
        });
    }

    @Override
    public float[] logits(Batch batch) {
        float[] logits = new float[batch.size() * architecture.classes()];
        for (int from = 0; from < batch.size(); from += LayerStack.PASS) {
            int first = from;
            int to = Math.min(from + LayerStack.PASS, batch.size());
            float[] pass = LayerStack.inArena(() -> answer(batch, first, to));
            System.arraycopy(pass, 0, logits, from * architecture.classes(), pass.length);
        }
        return logits;
    }

    /** With the average of the weights, where there is one: it takes their place for the pass. */
    private float[] answer(Batch batch, int from, int to) {
        INDArray average = descent.average();
        if (average == null) {
            return layers.forward(input(batch, from, to), false);
        }
        INDArray trained = layers.parameters().dup();
        layers.parameters().assign(average);
        try {
            return layers.forward(input(batch, from, to), false);
        } finally {
            layers.parameters().assign(trained);
        }
    }

    @Override
    public NetworkState state() {
        Parameters parameters = Parameters.of(architecture, layout.read(layers.parameters()));
        int count = architecture.parameterCount();
        List<INDArray> values = descent.values();
        float[] optimiserState = new float[values.size() * count];
        for (int i = 0; i < values.size(); i++) {
            System.arraycopy(layout.read(values.get(i)), 0, optimiserState, i * count, count);
        }
        return new NetworkState(parameters, optimiserState, steps);
    }

    @Override
    public void close() {
        packer.close();
        descent.close();
        layers.close();
    }

    private INDArray input(Batch batch, int from, int to) {
        return packer.pack(batch.data().images(), to - from, i -> batch.index(from + i), batch.reader());
    }

    /** An empty state leaves the values at zero. */
    private void restore(float[] optimiserState) {
        int count = architecture.parameterCount();
        for (int i = 0; i * count < optimiserState.length; i++) {
            float[] values = Arrays.copyOfRange(optimiserState, i * count, (i + 1) * count);
            layout.write(values, descent.values().get(i));
        }
    }

    /** Takes in a part of the batch. */
    private BatchLoss descend(Batch batch, int from, int to, double learningRate) {
        float[] logits = layers.forward(input(batch, from, to), true);
        BatchLoss found = BatchLoss.of(loss, logits, architecture.classes(), batch, from);
        layers.backward(found.slopes(), to - from);
        descent.add(layers.gradient(), learningRate);
        return found;
    }

    private void move(double learningRate) {
        if (optimiser.weightDecay() > 0) {
            weights.forEach(view -> view.muli(1 - learningRate * optimiser.weightDecay()));
        }
        descent.move(layers.parameters(), learningRate, steps);
    }
}
