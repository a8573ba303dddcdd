package lenet.engine.dl4j;

import java.util.List;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Softmax;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A Deeplearning4j network whose loss, backward pass and optimiser step are driven from here, step by step. */
final class Dl4jTrainableNetwork implements TrainableNetwork {

    private final Architecture architecture;
    private final Optimiser optimiser;
    private final MultiLayerNetwork network;
    private final ParameterLayout layout;
    private final InputPacker packer;
    private final INDArray velocity;
    private final List<INDArray> weights;

    Dl4jTrainableNetwork(
            NetworkFactory factory,
            Architecture architecture,
            Scaling scaling,
            Optimiser optimiser,
            NetworkState state) {
        this.architecture = architecture;
        this.optimiser = optimiser;
        this.network = factory.network(architecture, state.parameters());
        this.layout = new ParameterLayout(architecture);
        this.packer = new InputPacker(architecture.input(), scaling);
        this.weights = layout.weights(network.params());
        this.velocity = Nd4j.zeros(network.params().dataType(), network.params().shape());
        if (state.optimiserState().length > 0) {
            layout.write(velocityOf(state), velocity);
        }
    }

    @Override
    public StepResult step(Batch batch, double learningRate) {
        NativeRuntime.stayOnThisThread();
        network.setInput(packer.pack(batch.data().images(), batch.size(), batch::index));
        List<INDArray> activations = network.feedForward(true, false);
        float[] logits = values(activations.get(activations.size() - 1));
        float[] slopes = new float[logits.length];
        StepResult result = loss(batch, logits, slopes);
        network.backpropGradient(Nd4j.create(slopes, new long[] {batch.size(), architecture.classes()}, 'c'), null);
        move(learningRate);
        return result;
    }

    @Override
    public float[] logits(Batch batch) {
        NativeRuntime.stayOnThisThread();
        return values(network.output(packer.pack(batch.data().images(), batch.size(), batch::index), false));
    }

    @Override
    public NetworkState state() {
        Parameters parameters = Parameters.of(architecture, layout.read(network.params()));
        float[] optimiserState = optimiser.momentum() == 0 ? new float[0] : layout.read(velocity);
        return new NetworkState(parameters, optimiserState);
    }

    @Override
    public void close() {
        network.close();
        velocity.close();
    }

    /** Loss and hits of the batch; {@code slopes} gets the mean loss's derivatives by the logits. */
    private StepResult loss(Batch batch, float[] logits, float[] slopes) {
        int classes = architecture.classes();
        double lossSum = 0;
        int correct = 0;
        for (int i = 0; i < batch.size(); i++) {
            int label = batch.label(i);
            lossSum += Softmax.crossEntropy(logits, i * classes, classes, label);
            double[] probabilities = Softmax.probabilities(logits, i * classes, classes);
            int best = 0;
            for (int c = 0; c < classes; c++) {
                double target = c == label ? 1 : 0;
                slopes[i * classes + c] = (float) ((probabilities[c] - target) / batch.size());
                best = probabilities[c] > probabilities[best] ? c : best;
            }
            correct += best == label ? 1 : 0;
        }
        return new StepResult(lossSum, correct);
    }

    /** The optimiser's step, as {@link Optimiser} defines it. */
    private void move(double learningRate) {
        INDArray parameters = network.params();
        INDArray gradient = network.getFlattenedGradients();
        if (optimiser.weightDecay() > 0) {
            weights.forEach(view -> view.muli(1 - learningRate * optimiser.weightDecay()));
        }
        if (optimiser.momentum() == 0) {
            add(-learningRate, gradient, parameters);
        } else {
            velocity.muli(optimiser.momentum());
            add(-learningRate, gradient, velocity);
            add(1, velocity, parameters);
        }
    }

    private static void add(double factor, INDArray summand, INDArray sum) {
        Nd4j.getBlasWrapper().level1().axpy(sum.length(), factor, summand, sum);
    }

    private static float[] values(INDArray logits) {
        float[] values = logits.dup('c').data().asFloat();
        logits.close();
        return values;
    }

    private float[] velocityOf(NetworkState state) {
        if (optimiser.momentum() == 0 || state.optimiserState().length != architecture.parameterCount()) {
            throw new IllegalArgumentException("%s with momentum %s keeps %,d optimiser values, found %,d"
                    .formatted(
                            architecture.name(),
                            optimiser.momentum(),
                            optimiser.momentum() == 0 ? 0 : architecture.parameterCount(),
                            state.optimiserState().length));
        }
        return state.optimiserState();
    }
}
