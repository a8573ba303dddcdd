package lenet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

    /** Sums of binomial coefficients: 2 · Σ C(n, i) / 2ⁿ over i up to the smaller of the two. */
    @ParameterizedTest
    @CsvSource({"5, 15, 43400, 20", "15, 5, 43400, 20", "0, 6, 2, 6", "1, 8, 20, 9"})
    void thePValueIsTheBinomialTailOnBothSides(int first, int second, long doubledTail, int discordant) {
        assertThat(new McNemar(first, second).pValue()).isCloseTo(doubledTail / Math.pow(2, discordant), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "40, 40"})
    void anEvenFallIsNoDifferenceAtAll(int first, int second) {
        McNemar test = new McNemar(first, second);

        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.statistic()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 30, 9.025", "30, 10, 9.025", "0, 1, 0"})
    void theStatisticIsCorrectedForContinuity(int first, int second, double expected) {
        assertThat(new McNemar(first, second).statistic()).isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 10000", "5000, 5000", "4900, 5100"})
    void manyPicturesAreNoTrouble(int first, int second) {
        assertThat(new McNemar(first, second).pValue()).isBetween(0.0, 1.0);
    }
}
