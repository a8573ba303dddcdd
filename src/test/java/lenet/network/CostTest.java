package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Dense;
import lenet.network.Layer.MaxPooling;
import lenet.network.Layer.Subsampling;
import org.junit.jupiter.api.Test;

class CostTest {

    /** The paper's LeNet-5 as far as C5 (section II-B). */
    private static final Architecture PAPER = new Architecture(
            "paper",
            "",
            new Shape(1, 32, 32),
            List.of(
                    new Convolution("C1", 6, 5, Activation.SCALED_TANH),
                    new Subsampling("S2", 2, Activation.SCALED_TANH),
                    new Convolution("C3", 16, 5, Connections.TABLE_I, Activation.SCALED_TANH),
                    new Subsampling("S4", 2, Activation.SCALED_TANH),
                    new Convolution("C5", 120, 5, Activation.SCALED_TANH),
                    new Dense("F6", 84, Activation.SCALED_TANH)));

    @Test
    void everyLayerOfLenet5TakesItsMultiplyAdds() {
        assertThat(multiplyAdds(ArchitectureCatalogue.LENET5))
                .containsExactly(117_600L, 0L, 240_000L, 0L, 48_000L, 10_080L, 840L);
        assertThat(Cost.of(ArchitectureCatalogue.LENET5).multiplyAdds()).isEqualTo(416_520);
    }

    @Test
    void aConnectionTableSavesMultiplications() {
        assertThat(multiplyAdds(PAPER)).containsExactly(117_600L, 1_176L, 150_000L, 400L, 48_000L, 10_080L);
    }

    @Test
    void theConnectionsAreThoseThatThePaperPrints() {
        assertThat(PAPER.shapedLayers())
                .extracting(shaped -> Cost.of(shaped).connections())
                .containsExactly(122_304L, 5_880L, 151_600L, 2_000L, 48_120L, 10_164L);
    }

    @Test
    void poolingHasNoBias() {
        Architecture pooled = new Architecture("pooled", "", new Shape(3, 4, 4), List.of(new MaxPooling("S1", 2)));

        assertThat(Cost.of(pooled)).isEqualTo(new Cost(0, 48));
    }

    private static List<Long> multiplyAdds(Architecture architecture) {
        return architecture.shapedLayers().stream()
                .map(shaped -> Cost.of(shaped).multiplyAdds())
                .toList();
    }
}
