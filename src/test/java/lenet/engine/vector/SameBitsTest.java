package lenet.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.Classifier;
import lenet.network.Connections;
import lenet.network.Layer.AveragePooling;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.Subsampling;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.network.Optimiser.Momentum;
import lenet.network.Shape;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameBitsTest {

    private static final LabelledImages PICTURES = Digits.random(600, 28, 10, 8);

    static Stream<Optimiser> optimisers() {
        return Stream.of(
                Optimiser.SGD,
                new Optimiser(new Momentum(0.9, false), 0.01),
                new Optimiser(new Momentum(0.9, true), 0, 0.5),
                new Optimiser(Adam.DEFAULT, 0.01, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void anyNumberOfThreadsGivesTheSameWeights(Optimiser optimiser) {
        NetworkState alone = trained(1, optimiser, 0, 600, start());

        assertThat(trained(2, optimiser, 0, 600, start())).isEqualTo(alone);
        assertThat(trained(4, optimiser, 0, 600, start())).isEqualTo(alone);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void aTrainingThatIsSavedAndRestoredGoesOnAsIfNothingHadHappened(Optimiser optimiser) {
        NetworkState half = trained(2, optimiser, 0, 300, start());

        assertThat(trained(2, optimiser, 300, 600, half)).isEqualTo(trained(2, optimiser, 0, 600, start()));
    }

    @Test
    void theWeightsOfThisTrainingAreTheSameOnEveryMachine() {
        NetworkState state = trained(2, new Optimiser(new Momentum(0.9, true), 0.01, 0.8), 0, 600, start());

        // Whoever changes the order of a sum on purpose writes down the new value here.
        assertThat(Arrays.hashCode(state.parameters().toArray())).isEqualTo(623_111_308);
    }

    @Test
    void theWeightsOfThisPaperLikeTrainingAreTheSameOnEveryMachine() {
        Architecture paper = new Architecture(
                "paper",
                "",
                new Shape(1, 32, 32),
                List.of(
                        new Convolution("C1", 6, 5, Activation.SCALED_TANH),
                        new Subsampling("S2", 2, Activation.SCALED_TANH),
                        new Convolution("C3", 16, 5, Connections.TABLE_I, Activation.SCALED_TANH),
                        new MaxPooling("S4", 2),
                        new Convolution("C5", 120, 5, Activation.RELU),
                        new Dense("OUTPUT", 10, Activation.IDENTITY)));
        NetworkState state = NetworkState.initial(Digits.initial(paper));

        NetworkState trained = trained(paper, 2, new Optimiser(Adam.DEFAULT, 0), 0, 300, state);

        assertThat(Arrays.hashCode(trained.parameters().toArray())).isEqualTo(-571_340_593);
    }

    @ParameterizedTest(name = "{0} pictures")
    @ValueSource(ints = {1, 3, 8, 9, 16, 17, 40, 250})
    void aPictureHasTheSameLogitsInAnyCompany(int count) {
        try (Classifier classifier = classifier(Digits.LENET5)) {
            Images images = PICTURES.images();
            float[] together = classifier.logits(images, 5, 5 + count);

            for (int i = 0; i < count; i++) {
                assertThat(Arrays.copyOfRange(together, i * 10, i * 10 + 10))
                        .isEqualTo(classifier.logits(images, 5 + i, 6 + i));
            }
        }
    }

    @Test
    void aTrainedNetworkAnswersAsTheClassifierOfItsWeights() {
        try (TrainableNetwork network =
                        new VectorEngine(2).trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, start());
                Classifier classifier = classifier(Digits.LENET5)) {
            assertThat(network.logits(Digits.all(PICTURES)))
                    .isEqualTo(classifier.logits(PICTURES.images(), 0, PICTURES.count()));
        }
    }

    @Test
    void oneOfTheFirstPaperNetworksPicturesHasTheSameLogitsAloneAndInABlock() {
        Architecture lenet1 = new Architecture(
                "lenet1",
                "",
                new Shape(1, 28, 28),
                List.of(
                        new Convolution("C1", 4, 5, Activation.TANH),
                        new AveragePooling("S2", 2),
                        new Convolution("C3", 12, 5, Activation.RELU),
                        new AveragePooling("S4", 2),
                        new Dense("OUTPUT", 10, Activation.IDENTITY)));
        try (Classifier classifier = classifier(lenet1)) {
            float[] block = classifier.logits(PICTURES.images(), 0, 16);

            for (int i = 0; i < 16; i++) {
                assertThat(classifier.logits(PICTURES.images(), i, i + 1))
                        .isEqualTo(Arrays.copyOfRange(block, i * 10, i * 10 + 10));
            }
        }
    }

    private static NetworkState start() {
        return NetworkState.initial(Digits.initial(Digits.LENET5));
    }

    private static Classifier classifier(Architecture architecture) {
        return new VectorEngine(1).classifier(architecture, Digits.SCALING, Digits.initial(architecture));
    }

    private static NetworkState trained(int threads, Optimiser optimiser, int from, int to, NetworkState start) {
        return trained(Digits.LENET5, threads, optimiser, from, to, start);
    }

    /** Trains in batches of 75 pictures, of which the last block is not full. */
    private static NetworkState trained(
            Architecture architecture, int threads, Optimiser optimiser, int from, int to, NetworkState start) {
        int[] order = IntStream.range(0, PICTURES.count()).toArray();
        try (TrainableNetwork network =
                new VectorEngine(threads).trainable(architecture, Digits.SCALING, optimiser, start)) {
            for (int first = from; first < to; first += 75) {
                network.step(new Batch(PICTURES, order, first, first + 75), 0.01);
            }
            return network.state();
        }
    }
}
