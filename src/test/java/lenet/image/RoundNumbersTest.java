package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundNumbersTest {

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        assertThat(new RoundNumbers(0.03, 1.02, false).within(6)).containsExactly(0.2, 0.4, 0.6, 0.8, 1.0);
    }

    @Test
    void aFewDecadesAreDividedAtTwoAndFive() {
        assertThat(new RoundNumbers(0.01, 0.5, true).within(7)).containsExactly(0.01, 0.02, 0.05, 0.1, 0.2, 0.5);
    }

    @Test
    void manyDecadesAreMarkedAtTheirPowersOnly() {
        assertThat(new RoundNumbers(3e-5, 2, true).within(7)).containsExactly(1e-4, 1e-3, 1e-2, 1e-1, 1.0);
    }

    @Test
    void anIntervalWithoutRoundNumbersIsMarkedAtItsEnds() {
        assertThat(new RoundNumbers(0.031, 0.044, true).within(7)).isEqualTo(List.of(0.031, 0.044));
    }

    @ParameterizedTest
    @CsvSource({"0.001,0.001", "0.00001,1e-5", "55000,'55,000'", "0,0", "0.123456,0.1235", "32,32", "25000000,2.5e7"})
    void numbersAreWrittenInFourDigits(double value, String text) {
        assertThat(RoundNumbers.text(value)).isEqualTo(text);
    }
}
