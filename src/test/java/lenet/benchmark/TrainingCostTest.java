package lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import lenet.network.ArchitectureCatalogue;
import org.junit.jupiter.api.Test;

class TrainingCostTest {

    @Test
    void lenet5CostsTwoAndAQuarterMillionOperationsAnImage() {
        long c1 = 6 * 28 * 28 * 25;
        long c3 = 16 * 10 * 10 * 6 * 25;
        long c5 = 120 * 16 * 25;
        long f6 = 84 * 120;
        long output = 10 * 84;

        assertThat(TrainingCost.of(ArchitectureCatalogue.LENET5).flop())
                .isEqualTo(2 * (2 * c1 + 3 * (c3 + c5 + f6 + output)))
                .isEqualTo(2_263_920);
    }
}
