package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ParametersTest {

    private final Architecture lenet5 = ArchitectureCatalogue.LENET5;

    @Test
    void initialWeightsAreAPureFunctionOfTheSeed() {
        assertThat(Parameters.initial(lenet5, 7)).isEqualTo(Parameters.initial(lenet5, 7));
        assertThat(Parameters.initial(lenet5, 7)).isNotEqualTo(Parameters.initial(lenet5, 8));
    }

    @Test
    void initialWeightsFillGlorotsInterval() {
        float[] c5 = Parameters.initial(lenet5, 1).tensor(lenet5, "C5.weight");
        double limit = Math.sqrt(6.0 / (16 * 25 + 120 * 25));
        double sumOfSquares = 0;
        for (float weight : c5) {
            assertThat((double) weight).isBetween(-limit, limit);
            sumOfSquares += (double) weight * weight;
        }

        assertThat(sumOfSquares / c5.length).isCloseTo(limit * limit / 3, within(0.02 * limit * limit / 3));
    }

    @Test
    void initialBiasesAreZero() {
        assertThat(Parameters.initial(lenet5, 1).tensor(lenet5, "F6.bias")).containsOnly(0f);
    }

    @Test
    void theWrongNumberOfValuesIsRefused() {
        assertThatThrownBy(() -> Parameters.of(lenet5, new float[3]))
                .hasMessage("lenet5 has 61,706 parameters, found 3");
    }

    @Test
    void anUnknownTensorIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Parameters.initial(lenet5, 1).tensor(lenet5, "C9.weight"))
                .hasMessageContaining("C9.weight")
                .hasMessageContaining("C1.weight");
    }

    @Test
    void theGivenArrayIsCopied() {
        float[] values = new float[61_706];
        Parameters parameters = Parameters.of(lenet5, values);
        values[0] = 1;

        assertThat(parameters.toArray()[0]).isZero();
    }
}
