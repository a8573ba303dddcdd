package lenet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.engine.dl4j.Dl4jEngine;
import lenet.engine.vector.VectorEngine;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Batch;
import lenet.network.Engine;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.Momentum;
import lenet.network.Scaling;
import lenet.network.Shape;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two engines that share no code compute the same logits and take the same steps, on real digits. */
@Tag("one-jdk")
class EngineAgreementTest {

    private static final double TOLERANCE = 1e-4;
    private static final double RATE = 0.05;
    private static final Dataset MNIST = Dataset.bundled();
    private static final Scaling SCALING = Scaling.centred(MNIST.mean());

    private static final Architecture MODERN = new Architecture(
            "modern",
            "",
            new Shape(1, 32, 32),
            List.of(
                    new Convolution("C1", 6, 5, Activation.RELU),
                    new MaxPooling("S2", 2),
                    new Convolution("C3", 16, 5, Activation.RELU),
                    new MaxPooling("S4", 2),
                    new Dense("F5", 84, Activation.RELU),
                    new Dense("OUTPUT", 10, Activation.IDENTITY)));

    static Stream<Architecture> architectures() {
        return Stream.concat(ArchitectureCatalogue.all().stream(), Stream.of(MODERN));
    }

    static Stream<Arguments> steps() {
        return Stream.of(Digits.LENET5, Digits.PAPER, MODERN).flatMap(architecture -> Stream.of(
                        Optimiser.SGD,
                        new Optimiser(new Momentum(0.9, false), 0.01),
                        new Optimiser(new Momentum(0.9, true), 0, 0.1),
                        // A small epsilon would magnify the rounding of the smallest slopes.
                        new Optimiser(new Adam(0.9, 0.999, 1e-2), 0.01, 1))
                .map(optimiser -> Arguments.of(architecture, optimiser)));
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void logitsAgree(Architecture architecture) {
        assertThat(relativeDifference(
                        logits(new Dl4jEngine(), architecture), logits(new VectorEngine(2), architecture)))
                .isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepMovesTheWeightsAlike(Architecture architecture, Optimiser optimiser) {
        NetworkState start = NetworkState.initial(Digits.initial(architecture));

        NetworkState after = after(new VectorEngine(2), architecture, optimiser, start);
        NetworkState alsoAfter = after(new Dl4jEngine(), architecture, optimiser, start);

        assertThat(relativeDifference(way(start, alsoAfter), way(start, after))).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void aStepOnTheMapCriterionMovesTheWeightsAlike(Architecture architecture) {
        NetworkState start = NetworkState.initial(Digits.initial(architecture));
        Loss map = new Loss.MaximumAPosteriori(20);
        double[] ways = new double[architecture.parameterCount()];
        double[] otherWays = ways.clone();
        for (Engine engine : List.of(new VectorEngine(2), new Dl4jEngine())) {
            try (TrainableNetwork network = engine.trainable(architecture, SCALING, map, Optimiser.SGD, start)) {
                network.step(digits(), RATE / 50);
                double[] found = way(start, network.state());
                System.arraycopy(found, 0, engine instanceof VectorEngine ? ways : otherWays, 0, found.length);
            }
        }

        assertThat(relativeDifference(otherWays, ways)).isLessThan(TOLERANCE);
    }

    /** One engine's state is the other's: the second step begins with the first one's running values. */
    @ParameterizedTest
    @MethodSource("steps")
    void aTrainingMayGoOnWithTheOtherEngine(Architecture architecture, Optimiser optimiser) {
        NetworkState start = NetworkState.initial(Digits.initial(architecture));
        NetworkState first = after(new VectorEngine(2), architecture, optimiser, start);

        NetworkState second = after(new VectorEngine(2), architecture, optimiser, first);
        NetworkState alsoSecond = after(new Dl4jEngine(), architecture, optimiser, first);

        assertThat(relativeDifference(way(first, alsoSecond), way(first, second)))
                .isLessThan(TOLERANCE);
    }

    /** More pictures than one pass of Deeplearning4j's takes, and no whole number of the vector engine's blocks. */
    private static Batch digits() {
        return new Batch(MNIST.split(Split.TRAIN), IntStream.range(0, 150).toArray(), 0, 150);
    }

    private static double[] logits(Engine engine, Architecture architecture) {
        NetworkState state = NetworkState.initial(Digits.initial(architecture));
        try (TrainableNetwork network = engine.trainable(architecture, SCALING, Optimiser.SGD, state)) {
            float[] logits = network.logits(digits());
            return IntStream.range(0, logits.length).mapToDouble(i -> logits[i]).toArray();
        }
    }

    private static NetworkState after(
            Engine engine, Architecture architecture, Optimiser optimiser, NetworkState state) {
        try (TrainableNetwork network = engine.trainable(architecture, SCALING, optimiser, state)) {
            network.step(digits(), RATE);
            return network.state();
        }
    }

    private static double[] way(NetworkState from, NetworkState to) {
        float[] before = from.parameters().toArray();
        float[] after = to.parameters().toArray();
        return IntStream.range(0, after.length)
                .mapToDouble(i -> (double) after[i] - before[i])
                .toArray();
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
