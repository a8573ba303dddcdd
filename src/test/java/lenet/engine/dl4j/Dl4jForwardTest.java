package lenet.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import lenet.network.Classifier;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.ReferenceNetwork;
import lenet.network.TrainableNetwork;
import lenet.testing.Digits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("one-jdk")
class Dl4jForwardTest {

    private final Dl4jEngine engine = new Dl4jEngine();

    @ParameterizedTest(name = "pictures of {0}×{0}")
    @ValueSource(ints = {28, 20, 32})
    void logitsAreThoseOfTheDefinition(int side) {
        LabelledImages digits = Digits.random(3, side, 10, 1);
        ReferenceNetwork reference = new ReferenceNetwork(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5));

        try (Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5))) {
            float[] logits = classifier.logits(digits.images(), 0, 3);

            for (int i = 0; i < 3; i++) {
                double[] expected = reference.logits(digits.images(), i);
                for (int c = 0; c < 10; c++) {
                    assertThat((double) logits[i * 10 + c]).isCloseTo(expected[c], within(2e-5));
                }
            }
        }
    }

    @Test
    void aRangeLargerThanAPassGivesTheSameLogitsAsOnePictureAtATime() {
        LabelledImages digits = Digits.random(301, 28, 10, 2);
        try (Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5))) {
            float[] together = classifier.logits(digits.images(), 0, 301);

            for (int i : new int[] {0, 127, 128, 300}) {
                float[] alone = classifier.logits(digits.images(), i, i + 1);
                for (int c = 0; c < 10; c++) {
                    assertThat(together[i * 10 + c]).isCloseTo(alone[c], within(1e-5f));
                }
            }
        }
    }

    @Test
    void aSmallerPictureLeavesNothingOfALargerOneAroundIt() {
        LabelledImages large = Digits.random(1, 28, 10, 6);
        LabelledImages small = Digits.random(1, 20, 10, 7);
        try (Classifier used = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5));
                Classifier fresh = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5))) {
            used.logits(large.images(), 0, 1);

            assertThat(used.logits(small.images(), 0, 1)).isEqualTo(fresh.logits(small.images(), 0, 1));
        }
    }

    @Test
    void anEmptyRangeHasNoLogits() {
        try (Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5))) {
            assertThat(classifier.logits(Digits.random(2, 28, 10, 8).images(), 1, 1))
                    .isEmpty();
        }
    }

    @Test
    void picturesLargerThanTheInputAreRefused() {
        try (Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5))) {
            assertThatThrownBy(
                            () -> classifier.logits(Digits.random(1, 33, 10, 9).images(), 0, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("33×33");
        }
    }

    @Test
    void aNetworkInTrainingAndAClassifierAgree() {
        LabelledImages digits = Digits.random(5, 28, 10, 3);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.LENET5));
        try (TrainableNetwork network = engine.trainable(Digits.LENET5, Digits.SCALING, Optimiser.SGD, state);
                Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, state.parameters())) {
            assertThat(network.logits(Digits.all(digits))).isEqualTo(classifier.logits(digits.images(), 0, 5));
        }
    }

    @Test
    void manyThreadsMayAskOneClassifier() throws Exception {
        LabelledImages digits = Digits.random(8, 28, 10, 4);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5))) {
            float[] expected = classifier.logits(digits.images(), 3, 4);
            List<Future<float[]>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> classifier.logits(digits.images(), 3, 4)))
                    .toList();

            for (Future<float[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closingWhileOthersAskAnswersOrRefusesEachCall() throws Exception {
        LabelledImages digits = Digits.random(2, 28, 10, 4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 8; round++) {
                Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5));
                float[] expected = classifier.logits(digits.images(), 0, 1);
                List<Future<Integer>> answers = IntStream.range(0, 4)
                        .mapToObj(i -> threads.submit(() -> answersUntilClosed(classifier, digits, expected)))
                        .toList();
                classifier.close();

                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isNotNegative();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedClassifierSaysSo() {
        Classifier classifier = engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5));
        classifier.close();
        classifier.close();

        assertThatThrownBy(() -> classifier.logits(Digits.random(1, 28, 10, 5).images(), 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private static int answersUntilClosed(Classifier classifier, LabelledImages digits, float[] expected) {
        int answers = 0;
        while (true) {
            try {
                assertThat(classifier.logits(digits.images(), 0, 1)).isEqualTo(expected);
                answers++;
            } catch (IllegalStateException closed) {
                return answers;
            }
        }
    }
}
