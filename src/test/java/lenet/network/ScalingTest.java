package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalingTest {

    private final Scaling scaling = new Scaling(0.1, 2);

    @Test
    void aPixelIsScaledToTheUnitIntervalAndCentred() {
        assertThat(scaling.apply(0)).isCloseTo(-0.2f, within(1e-7f));
        assertThat(scaling.apply(255)).isCloseTo(1.8f, within(1e-7f));
    }

    @Test
    void theTableHoldsEveryPixelValue() {
        float[] table = scaling.table();

        assertThat(table).hasSize(256);
        assertThat(table[51]).isEqualTo(scaling.apply(51));
    }
}
