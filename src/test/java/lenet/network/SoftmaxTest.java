package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

    @Test
    void probabilitiesSumToOneAndKeepTheOrderOfTheLogits() {
        double[] probabilities = Softmax.probabilities(new float[] {9, 1, 2, 3}, 1, 3);

        assertThat(DoubleStream.of(probabilities).sum()).isCloseTo(1, within(1e-12));
        assertThat(probabilities).isSorted();
        assertThat(probabilities[2]).isCloseTo(0.66524, within(1e-5));
    }

    @Test
    void hugeLogitsDoNotOverflow() {
        assertThat(Softmax.probabilities(new float[] {3e38f, -3e38f}, 0, 2)).containsExactly(1, 0);
    }

    @Test
    void crossEntropyIsTheNegativeLogarithmOfTheProbability() {
        float[] logits = {0.5f, -1, 2};

        assertThat(Softmax.crossEntropy(logits, 0, 3, 1))
                .isCloseTo(-Math.log(Softmax.probabilities(logits, 0, 3)[1]), within(1e-12));
    }

    @Test
    void crossEntropyStaysFiniteWhereTheProbabilityRoundsToZero() {
        assertThat(Softmax.crossEntropy(new float[] {1000, 0}, 0, 2, 1)).isCloseTo(1000, within(1e-9));
    }

    @Test
    void theLargestLogitNamesTheClassAndTheFirstOfEquals() {
        assertThat(Softmax.largest(new float[] {9, -3, 2, 2}, 1, 3)).isEqualTo(1);
    }
}
