package lenet.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Optimiser.Adam;
import lenet.testing.Digits;
import lenet.testing.OptimiserContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("one-jdk")
class OptimiserTest extends OptimiserContract {

    OptimiserTest() {
        super(new Dl4jEngine());
    }

    @Test
    void aDecayThatSinglePrecisionTakesForOneIsRefused() {
        Optimiser adam = new Optimiser(new Adam(0.9, 1 - 1e-12, 1e-7), 0);
        NetworkState state = NetworkState.initial(Digits.initial(Digits.TINY));

        assertThatThrownBy(() -> new Dl4jEngine().trainable(Digits.TINY, Digits.SCALING, adam, state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beta1 and beta2 lie below 1, found Adam[beta1=0.9, beta2=0.999999999999");
    }
}
