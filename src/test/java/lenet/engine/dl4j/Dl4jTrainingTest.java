package lenet.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Softmax;
import lenet.network.StepResult;
import lenet.network.Tensor;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import lenet.testing.ReferenceNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.nativeblas.NativeOpsHolder;

class Dl4jTrainingTest {

    private final Dl4jEngine engine = new Dl4jEngine();

    @Test
    void gradientsAreThoseOfFiniteDifferences() {
        LabelledImages digits = Digits.random(6, 8, 4, 1);
        float[] start = Digits.initial(Digits.TINY).toArray();
        double rate = 0.01;
        float[] moved = afterOneStep(Digits.TINY, digits, Optimiser.SGD, rate);

        double difference = 0;
        double length = 0;
        for (int i = 0; i < start.length; i++) {
            double slope = finiteDifference(digits, start, i);
            double gradient = (start[i] - moved[i]) / rate;
            difference += (slope - gradient) * (slope - gradient);
            length += slope * slope;
        }
        assertThat(Math.sqrt(difference / length)).isLessThan(1e-3);
    }

    @Test
    void oneDnnAndTheBuiltInConvolutionTakeTheSameStep() {
        LabelledImages digits = Digits.random(32, 28, 10, 2);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        float[][] moved = new float[2][];
        for (var convolutions : NetworkFactory.Convolutions.values()) {
            try (TrainableNetwork network = new Dl4jTrainableNetwork(
                    new NetworkFactory(convolutions), Digits.LENET5, Digits.SCALING, Optimiser.SGD, state)) {
                network.step(Digits.all(digits), 0.1);
                moved[convolutions == NetworkFactory.Convolutions.ONEDNN ? 0 : 1] =
                        network.state().parameters().toArray();
            }
        }

        assertThat(relativeDifference(moved[0], moved[1], state.parameters().toArray()))
                .isLessThan(1e-4);
    }

    @Test
    void lossAndHitsAreThoseBeforeTheStep() {
        LabelledImages digits = Digits.random(7, 28, 10, 3);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, state)) {
            float[] logits = network.logits(Digits.all(digits));
            double loss = IntStream.range(0, 7)
                    .mapToDouble(i -> Softmax.crossEntropy(logits, i * 10, 10, digits.label(i)))
                    .sum();

            StepResult result = network.step(Digits.all(digits), 0.1);

            assertThat(result.lossSum()).isCloseTo(loss, within(1e-4));
            assertThat(result.correct()).isBetween(0, 7);
        }
    }

    @Test
    void momentumAddsUpEarlierGradients() {
        LabelledImages digits = Digits.random(4, 8, 4, 4);
        float[] start = Digits.initial(Digits.TINY).toArray();
        Optimiser momentum = new Optimiser(new Optimiser.Momentum(0.9, false), 0);
        double rate = 0.05;
        try (TrainableNetwork network = tiny(momentum)) {
            network.step(Digits.all(digits), rate);
            float[] first = network.state().parameters().toArray();
            float[] gradient = gradientAt(first, digits);
            network.step(Digits.all(digits), rate);
            float[] second = network.state().parameters().toArray();

            for (int i = 0; i < start.length; i++) {
                double velocity = 0.9 * (first[i] - start[i]) - rate * gradient[i];
                assertThat((double) second[i]).isCloseTo(first[i] + velocity, within(2e-6));
            }
        }
    }

    @Test
    void weightDecayShrinksWeightsAndLeavesBiases() {
        LabelledImages digits = Digits.random(4, 8, 4, 5);
        float[] start = Digits.initial(Digits.TINY).toArray();
        float[] plain = afterOneStep(Digits.TINY, digits, Optimiser.SGD, 0.1);
        float[] decayed = afterOneStep(Digits.TINY, digits, new Optimiser(new Optimiser.Momentum(0, false), 0.5), 0.1);

        int i = 0;
        for (Tensor tensor : Digits.TINY.tensors()) {
            double decay = tensor.kind() == Tensor.Kind.WEIGHT ? 0.1 * 0.5 : 0;
            for (int end = i + tensor.size(); i < end; i++) {
                assertThat((double) decayed[i]).isCloseTo(plain[i] - decay * start[i], within(1e-6));
            }
        }
    }

    @Test
    void theSameStepsGiveTheSameBits() {
        assertThat(trained(0, 20, NetworkState.initial(Digits.initial(Digits.LENET5))))
                .isEqualTo(trained(0, 20, NetworkState.initial(Digits.initial(Digits.LENET5))));
    }

    @Test
    void trainingContinuesFromAStateBitForBit() {
        NetworkState start = NetworkState.initial(Digits.initial(Digits.LENET5));

        assertThat(trained(10, 20, trained(0, 10, start))).isEqualTo(trained(0, 20, start));
    }

    @ParameterizedTest(name = "batches of {0}")
    @ValueSource(ints = {1, 2, 33, 128, 129, 4096})
    void anyBatchSizeTrains(int size) {
        LabelledImages digits = Digits.random(size, 28, 10, 6);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, state)) {
            double before = network.step(Digits.all(digits), 0.05).lossSum();

            assertThat(network.step(Digits.all(digits), 0.05).lossSum()).isLessThan(before);
        }
    }

    @Test
    void aDivergedNetworkReportsItsLossInsteadOfThrowing() {
        float[] values = Digits.initial(Digits.LENET5).toArray();
        values[60_000] = Float.NaN;
        NetworkState broken = NetworkState.initial(Parameters.of(Digits.LENET5, values));
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, broken)) {
            assertThat(network.step(Digits.all(Digits.random(4, 28, 10, 7)), 0.1)
                            .lossSum())
                    .isNaN();
        }
    }

    @Test
    void anAbsurdLearningRateDivergesWithoutThrowing() {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        LabelledImages digits = Digits.random(4, 28, 10, 7);
        try (TrainableNetwork network = engine.trainable(
                Digits.LENET5, Digits.SCALING, new Optimiser(new Optimiser.Momentum(0.9, false), 0.1), state)) {
            for (int step = 0; step < 5; step++) {
                network.step(Digits.all(digits), 1e38);
            }

            assertThat(network.step(Digits.all(digits), 1e38).lossSum()).isNotFinite();
        }
    }

    @Test
    void aBatchOfSeveralPassesMovesByTheMeanOfItsParts() {
        LabelledImages digits = Digits.random(2 * LayerStack.PASS, 28, 10, 9);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        int[] order = Digits.all(digits).order();
        float[] start = state.parameters().toArray();
        float[] whole = afterOneStep(new Batch(digits, order, 0, order.length));
        float[] first = afterOneStep(new Batch(digits, order, 0, LayerStack.PASS));
        float[] second = afterOneStep(new Batch(digits, order, LayerStack.PASS, order.length));
        float[] mean = new float[start.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (first[i] + second[i]) / 2;
        }

        assertThat(relativeDifference(whole, mean, start)).isLessThan(1e-4);
    }

    @Test
    void aStateComesBackBitForBit() {
        float[] velocity = Parameters.glorotUniform(Digits.LENET5, 99).toArray();
        NetworkState state = new NetworkState(Digits.initial(Digits.LENET5), velocity, 7);
        try (TrainableNetwork network = engine.trainable(
                Digits.LENET5, Digits.SCALING, new Optimiser(new Optimiser.Momentum(0.9, false), 0), state)) {
            assertThat(network.state()).isEqualTo(state);
        }
    }

    @Test
    void anyThreadTrainsToTheSameBits() throws Exception {
        NetworkState start = NetworkState.initial(Digits.initial(Digits.LENET5));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            assertThat(other.submit(() -> trained(0, 5, start)).get()).isEqualTo(trained(0, 5, start));
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void aThreadThatTrainsComputesAlone() throws Exception {
        NetworkState start = NetworkState.initial(Digits.initial(Digits.LENET5));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            int threads = other.submit(() -> {
                        trained(0, 1, start);
                        return NativeOpsHolder.getInstance()
                                .getDeviceNativeOps()
                                .ompGetMaxThreads();
                    })
                    .get();

            assertThat(threads).isEqualTo(1);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void aStateOfAnotherOptimiserIsRefused() {
        NetworkState withVelocity = new NetworkState(Digits.initial(Digits.LENET5), new float[61_706], 1);

        assertThatThrownBy(() -> engine.trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, withVelocity))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keeps 0 optimiser values, found 61,706");
    }

    @Test
    void twoThousandDigitsTeachItToReadMostOfFiveHundredOthers() {
        Dataset mnist = Dataset.bundled();
        LabelledImages digits = mnist.split(Split.TRAIN);
        int[] order = IntStream.range(0, 2_500).toArray();
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        Scaling scaling = Scaling.centred(mnist.mean());
        try (TrainableNetwork network =
                engine.trainable(Digits.LENET5, scaling, new Optimiser(new Optimiser.Momentum(0.9, false), 0), state)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                for (int from = 0; from < 2_000; from += 20) {
                    network.step(new Batch(digits, order, from, from + 20), 0.02);
                }
            }
            Batch others = new Batch(digits, order, 2_000, 2_500);
            float[] logits = network.logits(others);

            assertThat(IntStream.range(0, 500)
                            .filter(i -> largest(logits, i) == others.label(i))
                            .count())
                    .isGreaterThan(425);
        }
    }

    private TrainableNetwork tiny(Optimiser optimiser) {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));
        return engine.trainable(Digits.TINY, Digits.SCALING, optimiser, state);
    }

    private float[] afterOneStep(Batch batch) {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, state)) {
            network.step(batch, 0.1);
            return network.state().parameters().toArray();
        }
    }

    private float[] afterOneStep(
            Architecture architecture, LabelledImages digits, Optimiser optimiser, double learningRate) {
        NetworkState state = NetworkState.initial(Digits.initial(architecture));
        try (TrainableNetwork network = engine.trainable(architecture, Digits.SCALING, optimiser, state)) {
            network.step(Digits.all(digits), learningRate);
            return network.state().parameters().toArray();
        }
    }

    private NetworkState trained(int fromStep, int toStep, NetworkState start) {
        LabelledImages digits = Digits.random(20 * 16, 28, 10, 8);
        int[] order = IntStream.range(0, digits.count()).toArray();
        try (TrainableNetwork network = engine.trainable(
                Digits.LENET5, Digits.SCALING, new Optimiser(new Optimiser.Momentum(0.9, false), 0.01), start)) {
            for (int step = fromStep; step < toStep; step++) {
                network.step(new Batch(digits, order, step * 16, step * 16 + 16), 0.05);
            }
            return network.state();
        }
    }

    private static float[] gradientAt(float[] parameters, LabelledImages digits) {
        float[] gradient = new float[parameters.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (float) finiteDifference(digits, parameters, i);
        }
        return gradient;
    }

    private static double finiteDifference(LabelledImages digits, float[] parameters, int i) {
        float step = 1e-2f;
        float[] up = parameters.clone();
        float[] down = parameters.clone();
        up[i] += step;
        down[i] -= step;
        return (meanLoss(digits, up) - meanLoss(digits, down)) / ((double) up[i] - down[i]);
    }

    private static double meanLoss(LabelledImages digits, float[] parameters) {
        ReferenceNetwork reference =
                new ReferenceNetwork(Digits.TINY, Digits.SCALING, Parameters.of(Digits.TINY, parameters));
        double sum = 0;
        for (int i = 0; i < digits.count(); i++) {
            double[] logits = reference.logits(digits.images(), i);
            double total = 0;
            for (double logit : logits) {
                total += Math.exp(logit);
            }
            sum += Math.log(total) - logits[digits.label(i)];
        }
        return sum / digits.count();
    }

    private static double relativeDifference(float[] a, float[] b, float[] start) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < a.length; i++) {
            difference += (double) (a[i] - b[i]) * (a[i] - b[i]);
            length += (double) (b[i] - start[i]) * (b[i] - start[i]);
        }
        return Math.sqrt(difference / length);
    }

    private static int largest(float[] logits, int picture) {
        int best = 0;
        for (int c = 1; c < 10; c++) {
            best = logits[picture * 10 + c] > logits[picture * 10 + best] ? c : best;
        }
        return best;
    }
}
