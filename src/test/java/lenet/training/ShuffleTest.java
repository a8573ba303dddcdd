package lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    @Test
    void everyPictureComesOnce() {
        int[] order = Shuffle.order(1000, 42, 3);
        Arrays.sort(order);

        assertThat(order).isEqualTo(IntStream.range(0, 1000).toArray());
    }

    @Test
    void theOrderIsAPureFunctionOfSeedAndEpoch() {
        assertThat(Shuffle.order(100, 42, 3)).isEqualTo(Shuffle.order(100, 42, 3));
    }

    @Test
    void anotherEpochOrSeedGivesAnotherOrder() {
        assertThat(Shuffle.order(100, 42, 3)).isNotEqualTo(Shuffle.order(100, 42, 4));
        assertThat(Shuffle.order(100, 42, 3)).isNotEqualTo(Shuffle.order(100, 43, 3));
    }

    @Test
    void noPositionPrefersAPicture() {
        int[] firsts = new int[10];
        for (int seed = 0; seed < 10_000; seed++) {
            firsts[Shuffle.order(10, seed, 0)[0]]++;
        }

        assertThat(IntStream.of(firsts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(850, 1150));
    }
}
