package lenet.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import lenet.dataset.Dataset;
import lenet.dataset.LabelledImages;
import lenet.dataset.Split;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.Momentum;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Softmax;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorTrainingTest {

    private final VectorEngine engine = new VectorEngine(2);

    @Test
    void lossAndHitsAreThoseBeforeTheStep() {
        LabelledImages digits = Digits.random(37, 28, 10, 3);
        try (TrainableNetwork network = lenet5(Optimiser.SGD)) {
            float[] logits = network.logits(Digits.all(digits));
            double loss = IntStream.range(0, 37)
                    .mapToDouble(i -> Softmax.crossEntropy(logits, i * 10, 10, digits.label(i)))
                    .sum();
            long hits = IntStream.range(0, 37)
                    .filter(i -> Softmax.largest(logits, i * 10, 10) == digits.label(i))
                    .count();

            StepResult result = network.step(Digits.all(digits), 0.1);

            assertThat(result.lossSum()).isCloseTo(loss, within(1e-4));
            assertThat(result.correct()).isEqualTo((int) hits);
        }
    }

    @ParameterizedTest(name = "batches of {0}")
    @ValueSource(ints = {1, 2, 15, 16, 17, 33, 64, 65, 129, 4096})
    void anyBatchSizeTrains(int size) {
        LabelledImages digits = Digits.random(size, 28, 10, 6);
        try (TrainableNetwork network = lenet5(Optimiser.SGD)) {
            double before = network.step(Digits.all(digits), 0.05).lossSum();

            assertThat(network.step(Digits.all(digits), 0.05).lossSum()).isLessThan(before);
        }
    }

    @ParameterizedTest(name = "batches of {0}")
    @ValueSource(ints = {5, 16, 41, 200})
    void aBatchMovesByTheMeanOfItsPictures(int size) {
        LabelledImages digits = Digits.random(size, 10, 4, 9);
        int[] order = Digits.all(digits).order();
        double[] mean = new double[Digits.TINY.parameterCount()];
        for (int i = 0; i < size; i++) {
            double[] way = way(Digits.TINY, new Batch(digits, order, i, i + 1));
            for (int k = 0; k < mean.length; k++) {
                mean[k] += way[k] / size;
            }
        }

        assertThat(relativeDifference(way(Digits.TINY, Digits.all(digits)), mean))
                .isLessThan(1e-5);
    }

    @Test
    void anAbsurdLearningRateDivergesWithoutThrowing() {
        LabelledImages digits = Digits.random(4, 28, 10, 7);
        try (TrainableNetwork network = lenet5(new Optimiser(new Momentum(0.9, false), 0.1))) {
            for (int step = 0; step < 5; step++) {
                network.step(Digits.all(digits), 1e38);
            }

            assertThat(network.step(Digits.all(digits), 1e38).lossSum()).isNotFinite();
        }
    }

    @Test
    void aNetworkThatIsNoNumberReportsItsLossInsteadOfThrowing() {
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
    void aStateComesBackBitForBit() {
        float[] moments = new float[2 * 61_706];
        System.arraycopy(Parameters.initial(Digits.LENET5, 99).toArray(), 0, moments, 0, 61_706);
        System.arraycopy(Parameters.initial(Digits.LENET5, 98).toArray(), 0, moments, 61_706, 61_706);
        NetworkState state = new NetworkState(Digits.initial(Digits.LENET5), moments, 7);
        Optimiser adam = new Optimiser(Adam.DEFAULT, 0);
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, Digits.SCALING, adam, state)) {
            assertThat(network.state()).isEqualTo(state);
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
    void aFailureOnAnotherThreadReachesTheCaller() {
        LabelledImages digits = Digits.random(64, 28, 10, 7);
        int[] order = Digits.all(digits).order();
        order[20] = 1_000;
        try (TrainableNetwork network = lenet5(Optimiser.SGD)) {
            assertThatThrownBy(() -> network.step(new Batch(digits, order, 0, 64), 0.1))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aFailureOnTheCallersThreadWaitsForTheOthers() {
        LabelledImages digits = Digits.random(64, 28, 10, 7);
        int[] order = Digits.all(digits).order();
        int[] broken = order.clone();
        broken[0] = 1_000;
        try (TrainableNetwork network = lenet5(Optimiser.SGD);
                TrainableNetwork other = lenet5(Optimiser.SGD)) {
            assertThatThrownBy(() -> network.step(new Batch(digits, broken, 0, 64), 0.1))
                    .isInstanceOf(RuntimeException.class);

            assertThat(network.step(new Batch(digits, order, 0, 64), 0.1))
                    .isEqualTo(other.step(new Batch(digits, order, 0, 64), 0.1));
            assertThat(network.state().parameters()).isEqualTo(other.state().parameters());
        }
    }

    @Test
    void aClosedNetworkRefusesToTrainInsteadOfWaitingForEver() {
        LabelledImages digits = Digits.random(64, 28, 10, 7);
        TrainableNetwork network = lenet5(Optimiser.SGD);
        network.close();

        assertThatThrownBy(() -> network.step(Digits.all(digits), 0.1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the network has been closed");
    }

    @Test
    void moreThreadsThanABatchHasShardsAreRefused() {
        assertThatThrownBy(() -> new VectorEngine(5)).hasMessage("an engine trains on 1 to 4 threads, found 5");
    }

    @Test
    void twoThousandDigitsTeachItToReadMostOfFiveHundredOthers() {
        Dataset mnist = Dataset.bundled();
        LabelledImages digits = mnist.split(Split.TRAIN);
        int[] order = IntStream.range(0, 2_500).toArray();
        Scaling scaling = Scaling.centred(mnist.mean());
        Optimiser momentum = new Optimiser(new Momentum(0.9, false), 0);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, scaling, momentum, state)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                for (int from = 0; from < 2_000; from += 20) {
                    network.step(new Batch(digits, order, from, from + 20), 0.02);
                }
            }
            Batch others = new Batch(digits, order, 2_000, 2_500);
            float[] logits = network.logits(others);

            assertThat(IntStream.range(0, 500)
                            .filter(i -> Softmax.largest(logits, i * 10, 10) == others.label(i))
                            .count())
                    .isGreaterThan(425);
        }
    }

    private TrainableNetwork lenet5(Optimiser optimiser) {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        return engine.trainable(Digits.LENET5, Digits.SCALING, optimiser, state);
    }

    /** Where one plain step of rate 1 leads. */
    private double[] way(Architecture architecture, Batch batch) {
        NetworkState state = NetworkState.initial(Digits.initial(architecture));
        try (TrainableNetwork network = engine.trainable(architecture, Digits.SCALING, Optimiser.SGD, state)) {
            network.step(batch, 1);
            float[] from = state.parameters().toArray();
            float[] to = network.state().parameters().toArray();
            return IntStream.range(0, to.length)
                    .mapToDouble(i -> (double) to[i] - from[i])
                    .toArray();
        }
    }

    private static double relativeDifference(double[] a, double[] b) {
        double difference = 0;
        double length = 0;
        for (int i = 0; i < a.length; i++) {
            difference += (a[i] - b[i]) * (a[i] - b[i]);
            length += b[i] * b[i];
        }
        return Math.sqrt(difference / length);
    }
}
