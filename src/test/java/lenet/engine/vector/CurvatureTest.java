package lenet.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.dataset.LabelledImages;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Codes;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.RadialBasis;
import lenet.network.Layer.Subsampling;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Optimiser.LevenbergMarquardt;
import lenet.network.Parameters;
import lenet.network.Shape;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import lenet.testing.FiniteDifferences;
import lenet.testing.FiniteDifferences.DoubleLoss;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The second derivatives of diagonal Levenberg–Marquardt are exact where what it leaves out is zero: in networks whose
 * layers are one unit wide and do not squash, and in the last layer of any.
 */
class CurvatureTest {

    private static final Codes CODES = new Codes(List.of(List.of(1), List.of(-1)));

    static Stream<Arguments> networks() {
        return Stream.of(
                network("a convolution over the whole picture", 5, new Convolution("C1", 1, 5, Activation.IDENTITY)),
                network(
                        "average pooling",
                        6,
                        new AveragePooling("S1", 6),
                        new Dense("F2", 1, Activation.IDENTITY),
                        new Dense("F3", 1, Activation.IDENTITY)),
                network(
                        "subsampling",
                        6,
                        new Dense("F1", 1, Activation.IDENTITY),
                        new Subsampling("S2", 1, Activation.IDENTITY),
                        new Dense("F3", 1, Activation.IDENTITY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void isExactWhereNothingIsLeftOut(String name, Architecture architecture, int side) {
        LabelledImages digits = Digits.random(21, side, 2, 3);

        assertThat(estimated(architecture, new Loss.PenaltyOfTheRight(), digits))
                .as(name)
                .usingComparatorWithPrecision(2e-3)
                .containsExactly(exact(architecture, (logits, label) -> -logits[label], digits));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void isExactInTheLastLayer(Loss loss, DoubleLoss formula) {
        Architecture architecture =
                new Architecture("plain", "", new Shape(1, 3, 3), List.of(new Dense("OUTPUT", 4, Activation.IDENTITY)));
        LabelledImages digits = Digits.random(40, 3, 4, 5);

        double[] found = estimated(architecture, loss, digits);
        double[] expected = exact(architecture, formula, digits);

        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-4));
        }
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(Loss.CROSS_ENTROPY, DoubleLoss.CROSS_ENTROPY),
                Arguments.of(new Loss.MaximumAPosteriori(1), DoubleLoss.map(1)),
                Arguments.of(new Loss.SquaredError(), (DoubleLoss) (logits, label) -> IntStream.range(0, 4)
                        .mapToDouble(c -> Math.pow(logits[c] - (c == label ? 1 : -1), 2) / 2)
                        .sum()));
    }

    private static double[] estimated(Architecture architecture, Loss loss, LabelledImages digits) {
        Parameters start = Digits.initial(architecture);
        Optimiser optimiser = new Optimiser(LevenbergMarquardt.DEFAULT, 0);
        try (TrainableNetwork network = new VectorEngine()
                .trainable(architecture, Digits.SCALING, loss, optimiser, NetworkState.initial(start))) {
            network.estimateCurvature(Digits.all(digits));
            float[] curvature = network.state().optimiserState();
            return IntStream.range(0, curvature.length)
                    .mapToDouble(i -> curvature[i])
                    .toArray();
        }
    }

    private static double[] exact(Architecture architecture, DoubleLoss loss, LabelledImages digits) {
        return new FiniteDifferences(architecture, Digits.SCALING, digits, loss)
                .curvature(Digits.initial(architecture));
    }

    private static Arguments network(String name, int side, lenet.network.Layer... layers) {
        List<lenet.network.Layer> all = Stream.concat(
                        Arrays.stream(layers), Stream.of(new RadialBasis("OUTPUT", CODES)))
                .toList();
        return Arguments.of(name, new Architecture(name, "", new Shape(1, side, side), all), side);
    }
}
