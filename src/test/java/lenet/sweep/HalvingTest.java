package lenet.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalvingTest {

    @Test
    void eachRungIsEtaTimesAsLongUpToTheRecipesEpochs() {
        assertThat(new Halving(3, 1, 20).rungs()).containsExactly(1, 3, 9, 20);
        assertThat(new Halving(2, 3, 24).rungs()).containsExactly(3, 6, 12, 24);
        assertThat(new Halving(10, 999, 1000).rungs()).containsExactly(999, 1000);
    }

    @ParameterizedTest
    @CsvSource({"9,3", "10,3", "3,1", "2,1", "1,1"})
    void oneInEtaGoesOnAndAtLeastOne(int trials, int survivors) {
        assertThat(new Halving(3, 1, 20).survivors(trials)).isEqualTo(survivors);
    }

    @Test
    void theLastRungIsTheRecipesEnd() {
        Halving halving = new Halving(3, 1, 9);

        assertThat(halving.isLast(1)).isFalse();
        assertThat(halving.isLast(2)).isTrue();
        assertThat(halving.epochsOf(2)).isEqualTo(9);
    }
}
