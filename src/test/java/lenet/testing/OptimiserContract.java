package lenet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.dataset.LabelledImages;
import lenet.network.Batch;
import lenet.network.Classifier;
import lenet.network.Engine;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.Momentum;
import lenet.network.Parameters;
import lenet.network.Tensor;
import lenet.network.TrainableNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several steps of each optimiser, against its formula in double precision on gradients of finite differences. */
public abstract class OptimiserContract {

    private static final double RATE = 0.05;
    private static final int STEPS = 4;
    private static final LabelledImages DIGITS = Digits.random(20, 8, 4, 4);

    private final Engine engine;

    /** The contract of {@code engine}. */
    protected OptimiserContract(Engine engine) {
        this.engine = engine;
    }

    static Stream<Optimiser> optimisers() {
        return Stream.of(
                Optimiser.SGD,
                new Optimiser(new Momentum(0, false), 0.5),
                new Optimiser(new Momentum(0.9, false), 0),
                new Optimiser(new Momentum(0.9, true), 0.1),
                new Optimiser(new Momentum(0.5, true), 0, 0.3),
                new Optimiser(Adam.DEFAULT, 0),
                new Optimiser(new Adam(0.5, 0.9, 1e-3), 0.2, 0.3),
                new Optimiser(new Momentum(0.9, true), 0, Double.POSITIVE_INFINITY, 0.7),
                new Optimiser(new Momentum(0, false), 0, Double.POSITIVE_INFINITY, 0.1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void stepsAreThoseOfItsFormula(Optimiser optimiser) {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));
        double[] velocity = new double[Digits.TINY.parameterCount()];
        double[] meanSquare = new double[velocity.length];
        try (TrainableNetwork network = engine.trainable(Digits.TINY, Digits.SCALING, optimiser, state)) {
            for (int step = 1; step <= STEPS; step++) {
                Parameters before = network.state().parameters();
                double[] expected = moved(optimiser, step, before, velocity, meanSquare);

                network.step(Digits.all(DIGITS), RATE);

                float[] found = network.state().parameters().toArray();
                for (int i = 0; i < found.length; i++) {
                    assertThat((double) found[i]).isCloseTo(expected[i], within(tolerance(optimiser)));
                }
            }
            assertThat(network.state().steps()).isEqualTo(STEPS);
        }
    }

    /** Decays of 2 / 11, 3 / 12 and 4 / 13: the bound of 0.999 is far. */
    @Test
    void theNetworkAnswersWithTheAverageOfItsWeights() {
        Optimiser averaging = new Optimiser(new Momentum(0, false), 0, Double.POSITIVE_INFINITY, 0.999);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));
        double[] average = doubles(state.parameters());
        try (TrainableNetwork network = engine.trainable(Digits.TINY, Digits.SCALING, averaging, state)) {
            for (int step = 1; step <= 3; step++) {
                network.step(Digits.all(DIGITS), RATE);
                double decay = (1.0 + step) / (10.0 + step);
                double[] weights = doubles(network.state().parameters());
                for (int i = 0; i < average.length; i++) {
                    average[i] = decay * average[i] + (1 - decay) * weights[i];
                }
            }
            Parameters answering = network.state().answering(Digits.TINY, averaging);
            float[] logits = network.logits(Digits.all(DIGITS));

            assertThat(answering).isNotEqualTo(network.state().parameters());
            assertThat(doubles(answering)).containsExactly(average, within(1e-6));
            try (Classifier classifier = engine.classifier(Digits.TINY, Digits.SCALING, answering)) {
                assertThat(logits)
                        .containsExactly(classifier.logits(DIGITS.images(), 0, DIGITS.count()), within(1e-4f));
            }
        }
    }

    private static double[] doubles(Parameters parameters) {
        float[] values = parameters.toArray();
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    @Test
    void aGradientShorterThanTheLimitIsNotClipped() {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));

        assertThat(afterOneStep(state, new Optimiser(new Momentum(0, false), 0, 1e6)))
                .isEqualTo(afterOneStep(state, Optimiser.SGD));
    }

    @Test
    void aClippedStepIsAsLongAsTheLimit() {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));
        float[] from = state.parameters().toArray();
        float[] to = afterOneStep(state, new Optimiser(new Momentum(0, false), 0, 0.01))
                .toArray();

        double[] way = IntStream.range(0, to.length)
                .mapToDouble(i -> (double) to[i] - from[i])
                .toArray();
        assertThat(length(way)).isCloseTo(RATE * 0.01, within(1e-6));
    }

    @Test
    void aLargeBatchIsClippedAsAWhole() {
        LabelledImages digits = Digits.random(300, 8, 4, 7);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));
        double[] free = way(state, Optimiser.SGD, digits);
        double length = length(free);

        double[] clipped = way(state, new Optimiser(new Momentum(0, false), 0, length / 2), digits);

        for (int i = 0; i < free.length; i++) {
            assertThat(clipped[i]).isCloseTo(free[i] / 2, within(1e-6));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void aTrainingThatIsSavedAndRestoredGoesOnAsIfNothingHadHappened(Optimiser optimiser) {
        NetworkState start = NetworkState.initial(Digits.initial(Digits.TINY));
        NetworkState half = trained(optimiser, 0, 1, start);

        assertThat(half.optimiserState()).hasSize(optimiser.valuesPerParameter() * Digits.TINY.parameterCount());
        assertThat(trained(optimiser, 1, 3, half)).isEqualTo(trained(optimiser, 0, 3, start));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void aStateComesBackBitForBit(Optimiser optimiser) {
        int quantities = optimiser.valuesPerParameter();
        int count = Digits.TINY.parameterCount();
        float[] values = new float[quantities * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (3f + i);
        }
        NetworkState state = new NetworkState(Digits.initial(Digits.TINY), values, 7);

        try (TrainableNetwork network = engine.trainable(Digits.TINY, Digits.SCALING, optimiser, state)) {
            assertThat(network.state()).isEqualTo(state);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void aStepOfRateZeroMovesNothing(Optimiser optimiser) {
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));
        try (TrainableNetwork network = engine.trainable(Digits.TINY, Digits.SCALING, optimiser, state)) {
            network.step(Digits.all(DIGITS), 0);

            assertThat(network.state().parameters()).isEqualTo(state.parameters());
        }
    }

    private NetworkState trained(Optimiser optimiser, int fromStep, int toStep, NetworkState start) {
        LabelledImages digits = Digits.random(3 * 150, 8, 4, 8);
        int[] order = Digits.all(digits).order();
        try (TrainableNetwork network = engine.trainable(Digits.TINY, Digits.SCALING, optimiser, start)) {
            for (int step = fromStep; step < toStep; step++) {
                network.step(new Batch(digits, order, step * 150, step * 150 + 150), RATE);
            }
            return network.state();
        }
    }

    /** Where one step of rate 1 leads. */
    private double[] way(NetworkState state, Optimiser optimiser, LabelledImages digits) {
        try (TrainableNetwork network = engine.trainable(Digits.TINY, Digits.SCALING, optimiser, state)) {
            network.step(Digits.all(digits), 1);
            float[] from = state.parameters().toArray();
            float[] to = network.state().parameters().toArray();
            return IntStream.range(0, to.length)
                    .mapToDouble(i -> (double) to[i] - from[i])
                    .toArray();
        }
    }

    private Parameters afterOneStep(NetworkState state, Optimiser optimiser) {
        try (TrainableNetwork network = engine.trainable(Digits.TINY, Digits.SCALING, optimiser, state)) {
            network.step(Digits.all(DIGITS), RATE);
            return network.state().parameters();
        }
    }

    /** Adam divides by the gradient's size, which magnifies the rounding of the smallest ones. */
    private static double tolerance(Optimiser optimiser) {
        return optimiser.method() instanceof Adam ? 2e-4 : 2e-6;
    }

    private static double[] moved(
            Optimiser optimiser, int step, Parameters parameters, double[] velocity, double[] meanSquare) {
        double[] gradient = new FiniteDifferences(Digits.TINY, Digits.SCALING, DIGITS).gradient(parameters);
        double factor = Math.min(1, optimiser.gradientClipping() / length(gradient));
        float[] from = parameters.toArray();
        double[] to = new double[from.length];
        int i = 0;
        for (Tensor tensor : Digits.TINY.tensors()) {
            double decay = tensor.kind() == Tensor.Kind.WEIGHT ? RATE * optimiser.weightDecay() : 0;
            for (int end = i + tensor.size(); i < end; i++) {
                double g = gradient[i] * factor;
                to[i] = from[i] * (1 - decay) + way(optimiser.method(), step, g, i, velocity, meanSquare);
            }
        }
        return to;
    }

    private static double way(
            Optimiser.Method method, int step, double g, int i, double[] velocity, double[] meanSquare) {
        if (method instanceof Adam adam) {
            velocity[i] = adam.beta1() * velocity[i] + (1 - adam.beta1()) * g;
            meanSquare[i] = adam.beta2() * meanSquare[i] + (1 - adam.beta2()) * g * g;
            double correction = Math.sqrt(1 - Math.pow(adam.beta2(), step)) / (1 - Math.pow(adam.beta1(), step));
            return -RATE * correction * velocity[i] / (Math.sqrt(meanSquare[i]) + adam.epsilon());
        }
        Momentum momentum = (Momentum) method;
        velocity[i] = momentum.momentum() * velocity[i] - RATE * g;
        return momentum.nesterov() ? momentum.momentum() * velocity[i] - RATE * g : velocity[i];
    }

    private static double length(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }
}
