package lenet.engine.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import lenet.network.Activation;
import lenet.network.Architecture;
import lenet.network.Classifier;
import lenet.network.Layer.Convolution;
import lenet.network.ReferenceNetwork;
import lenet.network.Shape;
import lenet.testing.Digits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorForwardTest {

    private final VectorEngine engine = new VectorEngine(1);

    @ParameterizedTest(name = "pictures of {0}×{0}")
    @ValueSource(ints = {1, 20, 27, 28, 31, 32})
    void logitsAreThoseOfTheDefinition(int side) {
        LabelledImages digits = Digits.random(19, side, 10, 1);
        ReferenceNetwork reference = new ReferenceNetwork(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5));

        try (Classifier classifier = lenet5()) {
            float[] logits = classifier.logits(digits.images(), 0, 19);

            for (int i = 0; i < 19; i++) {
                double[] expected = reference.logits(digits.images(), i);
                for (int c = 0; c < 10; c++) {
                    assertThat((double) logits[i * 10 + c]).isCloseTo(expected[c], within(1e-5));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} pictures")
    @ValueSource(ints = {1, 16})
    void aSmallerPictureLeavesNothingOfALargerOneAroundIt(int count) {
        LabelledImages large = Digits.random(count, 32, 10, 6);
        LabelledImages small = Digits.random(count, 20, 10, 7);
        try (Classifier used = lenet5();
                Classifier fresh = lenet5()) {
            used.logits(large.images(), 0, count);

            assertThat(used.logits(small.images(), 0, count)).isEqualTo(fresh.logits(small.images(), 0, count));
        }
    }

    @Test
    void anEmptyRangeHasNoLogits() {
        try (Classifier classifier = lenet5()) {
            assertThat(classifier.logits(Digits.random(2, 28, 10, 8).images(), 1, 1))
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} pictures")
    @ValueSource(ints = {1, 16})
    void picturesLargerThanTheInputAreRefused(int count) {
        try (Classifier classifier = lenet5()) {
            assertThatThrownBy(() ->
                            classifier.logits(Digits.random(count, 33, 10, 8).images(), 0, count))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("pictures of 33×33 do not fit an input of 1×32×32");
        }
    }

    @Test
    void aConvolutionToALineIsRefusedWithItsName() {
        Architecture line = new Architecture(
                "line", "", new Shape(1, 5, 9), List.of(new Convolution("C1", 2, 5, Activation.IDENTITY)));

        assertThatThrownBy(() -> engine.classifier(line, Digits.SCALING, Digits.initial(line)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("C1: the vector engine convolves to maps of at least 2×2, found 2×1×5");
    }

    @Test
    void manyThreadsShareAClassifier() throws Exception {
        LabelledImages digits = Digits.random(40, 28, 10, 3);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try (Classifier classifier = lenet5()) {
            float[] alone = classifier.logits(digits.images(), 0, 40);
            List<Future<float[]>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> callers.submit(() -> classifier.logits(digits.images(), i % 40, i % 40 + 1)))
                    .toList();

            for (int i = 0; i < answers.size(); i++) {
                float[] answer = answers.get(i).get();
                for (int c = 0; c < 10; c++) {
                    assertThat(answer[c]).isEqualTo(alone[i % 40 * 10 + c]);
                }
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private Classifier lenet5() {
        return engine.classifier(Digits.LENET5, Digits.SCALING, Digits.initial(Digits.LENET5));
    }
}
