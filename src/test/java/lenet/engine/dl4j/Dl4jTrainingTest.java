package lenet.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.Layer;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;
import lenet.network.Softmax;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.nativeblas.NativeOpsHolder;

@Tag("one-jdk")
class Dl4jTrainingTest {

    private final Dl4jEngine engine = new Dl4jEngine();

    static Stream<Architecture> architectures() {
        return Stream.of(Digits.LENET5, Digits.PAPER);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void oneDnnAndTheBuiltInConvolutionTakeTheSameStep(Architecture architecture) {
        LabelledImages digits = Digits.random(32, 28, 10, 2);
        NetworkState state = NetworkState.initial(Digits.initial(architecture));
        float[][] moved = new float[2][];
        for (var convolutions : NetworkFactory.Convolutions.values()) {
            try (TrainableNetwork network = new Dl4jTrainableNetwork(
                    new NetworkFactory(convolutions),
                    architecture,
                    Digits.SCALING,
                    Loss.CROSS_ENTROPY,
                    Optimiser.SGD,
                    state)) {
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
    void theSameStepsGiveTheSameBits() {
        assertThat(trained(0, 20, NetworkState.initial(Digits.initial(Digits.LENET5))))
                .isEqualTo(trained(0, 20, NetworkState.initial(Digits.initial(Digits.LENET5))));
    }

    @Test
    void trainingContinuesFromAStateBitForBit() {
        NetworkState start = NetworkState.initial(Digits.initial(Digits.LENET5));

        assertThat(trained(10, 20, trained(0, 10, start))).isEqualTo(trained(0, 20, start));
    }

    /** Weights that a connection table leaves out would be lost on the way if they ever moved. */
    @Test
    void aPaperNetworkContinuesFromAStateBitForBit() {
        Optimiser adam = new Optimiser(Optimiser.Adam.DEFAULT, 0.01, 1);
        NetworkState start = NetworkState.initial(Digits.initial(Digits.PAPER));
        NetworkState half = trained(Digits.PAPER, adam, 0, 3, start);

        assertThat(trained(Digits.PAPER, adam, 3, 6, half)).isEqualTo(trained(Digits.PAPER, adam, 0, 6, start));
    }

    @Test
    void mapsAfterADenseLayerAreRefused() {
        Architecture architecture = new Architecture(
                "upside down",
                "",
                new Shape(1, 28, 28),
                List.of(
                        new Layer.Dense("F1", 16, Activation.TANH),
                        new Layer.MaxPooling("S2", 1),
                        new Layer.Dense("OUTPUT", 10, Activation.IDENTITY)));
        NetworkState state = NetworkState.initial(Digits.initial(architecture));

        assertThatThrownBy(() -> engine.trainable(architecture, Digits.SCALING, Optimiser.SGD, state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("S2: only dense layers may follow a dense layer in Deeplearning4j, found MaxPooling");
    }

    @Test
    void aConvolutionMayGiveTheLogits() {
        Architecture architecture = new Architecture(
                "convolutions",
                "",
                new Shape(1, 8, 8),
                List.of(
                        new Layer.Convolution("C1", 3, 5, Activation.TANH),
                        new Layer.Convolution("OUTPUT", 4, 4, Activation.IDENTITY)));
        LabelledImages digits = Digits.random(7, 8, 4, 3);
        NetworkState state = NetworkState.initial(Digits.initial(architecture));
        try (TrainableNetwork network = engine.trainable(architecture, Digits.SCALING, Optimiser.SGD, state)) {
            double before = network.step(Digits.all(digits), 0.05).lossSum();

            assertThat(network.step(Digits.all(digits), 0.05).lossSum()).isLessThan(before);
        }
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
        float[] velocity = Parameters.initial(Digits.LENET5, 99).toArray();
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

    private float[] afterOneStep(Batch batch) {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, state)) {
            network.step(batch, 0.1);
            return network.state().parameters().toArray();
        }
    }

    private NetworkState trained(int fromStep, int toStep, NetworkState start) {
        Optimiser momentum = new Optimiser(new Optimiser.Momentum(0.9, false), 0.01);
        return trained(Digits.LENET5, momentum, fromStep, toStep, start);
    }

    private NetworkState trained(
            Architecture architecture, Optimiser optimiser, int fromStep, int toStep, NetworkState start) {
        LabelledImages digits = Digits.random(20 * 16, 28, 10, 8);
        int[] order = IntStream.range(0, digits.count()).toArray();
        try (TrainableNetwork network = engine.trainable(architecture, Digits.SCALING, optimiser, start)) {
            for (int step = fromStep; step < toStep; step++) {
                network.step(new Batch(digits, order, step * 16, step * 16 + 16), 0.05);
            }
            return network.state();
        }
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
