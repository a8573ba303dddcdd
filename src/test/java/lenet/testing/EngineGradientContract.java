package lenet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.dataset.PictureReader;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.Codes;
import lenet.network.Connections;
import lenet.network.Engine;
import lenet.network.Layer;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.RadialBasis;
import lenet.network.Layer.Subsampling;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Parameters;
import lenet.network.Scaling;
import lenet.network.Shape;
import lenet.network.SoftTargets;
import lenet.network.TrainableNetwork;
import lenet.testing.FiniteDifferences.DoubleLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Finite differences of a double-precision network, against the gradient of one step, for every kind of layer. */
public abstract class EngineGradientContract {

    private static final double RATE = 1;

    private final Engine engine;
    private final double tolerance;

    /** The contract of an engine whose gradients lie within {@code tolerance} of the true ones, by relative length. */
    protected EngineGradientContract(Engine engine, double tolerance) {
        this.engine = engine;
        this.tolerance = tolerance;
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                network("a dense layer on the picture", 7),
                network("dense layers of odd widths", 6, new Dense("F1", 9, Activation.TANH)),
                network("dense layers with scaled tanh", 6, new Dense("F1", 3, Activation.SCALED_TANH)),
                network("dense layers with ReLU", 6, new Dense("F1", 17, Activation.RELU)),
                network("a convolution", 8, new Convolution("C1", 4, 3, Activation.TANH)),
                network("a convolution to a single map", 8, new Convolution("C1", 1, 3, Activation.TANH)),
                network("a convolution to an odd number of maps", 8, new Convolution("C1", 7, 5, Activation.TANH)),
                network("a convolution to an odd number of positions", 9, new Convolution("C1", 2, 5, Activation.TANH)),
                network("a wide kernel", 9, new Convolution("C1", 2, 7, Activation.TANH)),
                network("a kernel of one tap", 5, new Convolution("C1", 3, 1, Activation.TANH)),
                network("a kernel over the whole picture", 5, new Convolution("C1", 3, 5, Activation.TANH)),
                network("a convolution with scaled tanh", 8, new Convolution("C1", 3, 3, Activation.SCALED_TANH)),
                network("a convolution with ReLU", 8, new Convolution("C1", 3, 3, Activation.RELU)),
                network(
                        "convolutions above each other",
                        12,
                        new Convolution("C1", 3, 3, Activation.TANH),
                        new Convolution("C2", 7, 5, Activation.TANH),
                        new Convolution("C3", 2, 3, Activation.TANH)),
                network(
                        "a convolution of a single map",
                        9,
                        new Convolution("C1", 1, 3, Activation.TANH),
                        new Convolution("C2", 3, 3, Activation.TANH)),
                network(
                        "a connection table",
                        9,
                        new Convolution("C1", 3, 3, Activation.TANH),
                        new Convolution(
                                "C2",
                                3,
                                3,
                                new Connections(List.of(List.of(0), List.of(1, 2), List.of(0, 2))),
                                Activation.TANH)),
                network(
                        "average pooling",
                        10,
                        new Convolution("C1", 3, 3, Activation.TANH),
                        new AveragePooling("S2", 2),
                        new Convolution("C3", 2, 3, Activation.TANH)),
                network(
                        "average pooling over 3×3",
                        9,
                        new AveragePooling("S1", 3),
                        new Dense("F2", 5, Activation.TANH)),
                network(
                        "max pooling",
                        10,
                        new Convolution("C1", 3, 3, Activation.TANH),
                        new MaxPooling("S2", 2),
                        new Dense("F3", 5, Activation.TANH)),
                network(
                        "max pooling of equals",
                        10,
                        new Convolution("C1", 3, 3, Activation.RELU),
                        new MaxPooling("S2", 4),
                        new Dense("F3", 5, Activation.TANH)),
                network(
                        "subsampling with trained coefficients",
                        10,
                        new Convolution("C1", 3, 3, Activation.SCALED_TANH),
                        new Subsampling("S2", 2, Activation.SCALED_TANH),
                        new Convolution("C3", 2, 3, Activation.TANH)),
                network(
                        "subsampling to two maps for each",
                        10,
                        new Convolution("C1", 3, 3, Activation.SCALED_TANH),
                        new Subsampling("S2", 2, 2, Activation.SCALED_TANH),
                        new Convolution("C3", 2, 3, Activation.TANH)),
                network(
                        "a connection table of a kernel over whole maps",
                        8,
                        new Convolution("C1", 3, 5, Activation.TANH),
                        new Convolution(
                                "C2",
                                5,
                                4,
                                new Connections(List.of(
                                        List.of(0), List.of(1, 2), List.of(0, 2), List.of(2), List.of(0, 1, 2))),
                                Activation.TANH)),
                network("subsampling of the picture", 6, new Subsampling("S1", 3, Activation.TANH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void areThoseOfFiniteDifferences(String name, Architecture architecture, int side) {
        LabelledImages digits = Digits.random(19, side, 4, 1);
        Parameters start = Digits.initial(architecture);
        double[] gradient = new double[start.count()];
        NetworkState state = NetworkState.initial(start);
        try (TrainableNetwork network = engine.trainable(architecture, Digits.SCALING, Optimiser.SGD, state)) {
            network.step(Digits.all(digits), RATE);
            float[] before = start.toArray();
            float[] after = network.state().parameters().toArray();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = ((double) before[i] - after[i]) / RATE;
            }
        }

        FiniteDifferences differences = new FiniteDifferences(architecture, Digits.SCALING, digits);

        assertThat(differences.relativeError(gradient, start)).as(name).isLessThan(tolerance);
    }

    static Stream<Arguments> losses() {
        Codes codes = new Codes(List.of(
                List.of(1, -1, 1, 1, -1),
                List.of(-1, -1, 1, -1, 1),
                List.of(1, 1, -1, -1, -1),
                List.of(-1, 1, -1, 1, 1)));
        Architecture radial = new Architecture(
                "radial",
                "",
                new Shape(1, 6, 6),
                List.of(new Dense("F1", 5, Activation.SCALED_TANH), new RadialBasis("OUTPUT", codes)));
        Architecture plain = new Architecture(
                "plain",
                "",
                new Shape(1, 6, 6),
                List.of(new Dense("F1", 5, Activation.SCALED_TANH), new Dense("OUTPUT", 4, Activation.IDENTITY)));
        return Stream.of(
                Arguments.of(radial, Loss.CROSS_ENTROPY, DoubleLoss.CROSS_ENTROPY),
                Arguments.of(radial, new Loss.MaximumAPosteriori(2), DoubleLoss.map(2)),
                Arguments.of(radial, new Loss.MaximumAPosteriori(0.1), DoubleLoss.map(0.1)),
                Arguments.of(radial, new Loss.PenaltyOfTheRight(), (DoubleLoss) (logits, label) -> -logits[label]),
                Arguments.of(plain, new Loss.MaximumAPosteriori(0.5), DoubleLoss.map(0.5)),
                Arguments.of(plain, new Loss.SquaredError(), (DoubleLoss) (logits, label) -> IntStream.range(0, 4)
                        .mapToDouble(c -> Math.pow(logits[c] - (c == label ? 1 : -1), 2) / 2)
                        .sum()));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("losses")
    void areThoseOfFiniteDifferencesForEveryLoss(Architecture architecture, Loss loss, DoubleLoss formula) {
        LabelledImages digits = Digits.random(19, 6, 4, 1);
        Parameters start = Digits.initial(architecture);
        NetworkState state = NetworkState.initial(start);
        double[] gradient = new double[start.count()];
        double lossSum;
        try (TrainableNetwork network = engine.trainable(architecture, Digits.SCALING, loss, Optimiser.SGD, state)) {
            lossSum = network.step(Digits.all(digits), RATE).lossSum();
            float[] before = start.toArray();
            float[] after = network.state().parameters().toArray();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = ((double) before[i] - after[i]) / RATE;
            }
        }

        FiniteDifferences differences = new FiniteDifferences(architecture, Digits.SCALING, digits, formula);
        assertThat(differences.relativeError(gradient, start)).isLessThan(tolerance);
        assertThat(lossSum).isCloseTo(differences.lossSum(start), offset(1e-4 * Math.abs(lossSum)));
    }

    static Stream<Arguments> taughtLosses() {
        return Stream.of(
                Arguments.of(Loss.CROSS_ENTROPY, DoubleLoss.CROSS_ENTROPY),
                Arguments.of(new Loss.MaximumAPosteriori(0.5), DoubleLoss.map(0.5)));
    }

    /** The loss by a target is linear in it: the mean of the losses by each class, as the target weighs them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("taughtLosses")
    void areThoseOfFiniteDifferencesForATeachersTargets(Loss loss, DoubleLoss formula) {
        Architecture architecture = new Architecture(
                "taught",
                "",
                new Shape(1, 6, 6),
                List.of(new Dense("F1", 5, Activation.TANH), new Dense("OUTPUT", 4, Activation.IDENTITY)));
        LabelledImages digits = Digits.random(19, 6, 4, 1);
        float[][] taught = {{0.7f, 0.1f, 0.1f, 0.1f}, {0, 1, 0, 0}, {0.5f, 0, 0.25f, 0.25f}, {0.9f, 0, 0, 0.1f}};
        float[] probabilities = new float[digits.count() * 4];
        int[] order = IntStream.range(0, digits.count()).map(i -> 18 - i).toArray();
        for (int i = 0; i < digits.count(); i++) {
            System.arraycopy(taught[digits.label(i)], 0, probabilities, i * 4, 4);
        }
        double share = 0.75;
        Batch batch = new Batch(digits, order, 0, 19, PictureReader.PLAIN, new SoftTargets(probabilities, 4, share));
        Parameters start = Digits.initial(architecture);
        double[] gradient = new double[start.count()];
        double lossSum;
        try (TrainableNetwork network =
                engine.trainable(architecture, Digits.SCALING, loss, Optimiser.SGD, NetworkState.initial(start))) {
            lossSum = network.step(batch, RATE).lossSum();
            float[] before = start.toArray();
            float[] after = network.state().parameters().toArray();
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = ((double) before[i] - after[i]) / RATE;
            }
        }

        FiniteDifferences differences = new FiniteDifferences(architecture, Digits.SCALING, digits, (logits, label) -> {
            double sum = (1 - share) * formula.of(logits, label);
            for (int c = 0; c < 4; c++) {
                sum += share * taught[label][c] * formula.of(logits, c);
            }
            return sum;
        });
        assertThat(differences.relativeError(gradient, start)).isLessThan(tolerance);
        assertThat(lossSum).isCloseTo(differences.lossSum(start), offset(1e-4 * Math.abs(lossSum)));
    }

    /** One bright pixel, which each of a window's four sums holds at another tap. */
    @Test
    void theSlopeOfEqualsGoesToTheFirstOfThem() {
        Architecture architecture = new Architecture(
                "equals",
                "",
                new Shape(1, 3, 3),
                List.of(
                        new Convolution("C1", 1, 2, Activation.IDENTITY),
                        new MaxPooling("S2", 2),
                        new Dense("OUTPUT", 2, Activation.IDENTITY)));
        float[] start = {1, 1, 1, 1, 0, 1, -1, 0, 0};
        LabelledImages picture =
                new LabelledImages(new Images(1, 3, new byte[] {0, 0, 0, 0, 100, 0, 0, 0, 0}), new byte[] {0});
        NetworkState state = NetworkState.initial(Parameters.of(architecture, start));
        try (TrainableNetwork network = engine.trainable(architecture, new Scaling(0, 1), Optimiser.SGD, state)) {
            network.step(Digits.all(picture), RATE);

            float[] taps = network.state().parameters().tensor(architecture, "C1.weight");
            assertThat(taps).startsWith(1, 1, 1);
            assertThat(taps[3]).isNotEqualTo(1);
        }
    }

    private static Arguments network(String name, int side, Layer... layers) {
        List<Layer> all = new ArrayList<>(List.of(layers));
        all.add(new Dense("OUTPUT", 4, Activation.IDENTITY));
        return Arguments.of(name, new Architecture(name, "", new Shape(1, side, side), all), side);
    }
}
