package lenet.engine.dl4j;

import java.util.List;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Momentum;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A Deeplearning4j network whose loss, backward pass and optimiser step are driven from here, step by step. A batch
 * larger than {@value LayerStack#PASS} pictures is one step of several passes.
 */
final class Dl4jTrainableNetwork implements TrainableNetwork {

    private final Architecture architecture;
    private final Optimiser optimiser;
    private final double momentum;
    private final LayerStack layers;
    private final ParameterLayout layout;
    private final InputPacker packer;
    private final INDArray velocity;
    private final List<INDArray> weights;
    private long steps;

    Dl4jTrainableNetwork(
            NetworkFactory factory,
            Architecture architecture,
            Scaling scaling,
            Optimiser optimiser,
            NetworkState state) {
        this.architecture = architecture;
        this.optimiser = optimiser;
        state.check(architecture, optimiser);
        this.momentum = momentum(optimiser);
        this.steps = state.steps();
        this.packer = new InputPacker(architecture.input(), scaling);
        this.layout = new ParameterLayout(architecture);
        this.layers = factory.network(architecture, state.parameters());
        this.weights = layout.weights(layers.parameters());
        this.velocity = Nd4j.zeros(DataType.FLOAT, layers.parameters().shape());
        if (state.optimiserState().length > 0) {
            layout.write(state.optimiserState(), velocity);
        }
    }

    @Override
    public StepResult step(Batch batch, double learningRate) {
        return LayerStack.inArena(() -> {
            keepMomentum();
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
            float[] pass = LayerStack.inArena(() -> layers.forward(input(batch, first, to), false));
            System.arraycopy(pass, 0, logits, from * architecture.classes(), pass.length);
        }
        return logits;
    }

    @Override
    public NetworkState state() {
        Parameters parameters = Parameters.of(architecture, layout.read(layers.parameters()));
        float[] optimiserState = momentum == 0 ? new float[0] : layout.read(velocity);
        return new NetworkState(parameters, optimiserState, steps);
    }

    @Override
    public void close() {
        packer.close();
        velocity.close();
        layers.close();
    }

    private INDArray input(Batch batch, int from, int to) {
        return packer.pack(batch.data().images(), to - from, i -> batch.index(from + i));
    }

    private void keepMomentum() {
        if (momentum == 0) {
            velocity.assign(0);
        } else {
            velocity.muli(momentum);
        }
    }

    /** Adds a part of the batch's downhill direction to the velocity. */
    private BatchLoss descend(Batch batch, int from, int to, double learningRate) {
        float[] logits = layers.forward(input(batch, from, to), true);
        BatchLoss loss = BatchLoss.of(logits, architecture.classes(), i -> batch.label(from + i), batch.size());
        layers.backward(loss.slopes(), to - from);
        add(-learningRate, layers.gradient(), velocity);
        return loss;
    }

    private void move(double learningRate) {
        if (optimiser.weightDecay() > 0) {
            weights.forEach(view -> view.muli(1 - learningRate * optimiser.weightDecay()));
        }
        add(1, velocity, layers.parameters());
    }

    private static void add(double factor, INDArray summand, INDArray sum) {
        Nd4j.getBlasWrapper().level1().axpy(sum.length(), factor, summand, sum);
    }

    private static double momentum(Optimiser optimiser) {
        if (optimiser.method() instanceof Momentum method
                && !method.nesterov()
                && Double.isInfinite(optimiser.gradientClipping())) {
            return method.momentum();
        }
        throw new IllegalArgumentException("not yet: " + optimiser);
    }
}
