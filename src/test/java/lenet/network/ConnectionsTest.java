package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lenet.network.Layer.Convolution;
import lenet.network.Layer.Subsampling;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

    private static final Shape SIX_MAPS = new Shape(6, 14, 14);

    @Test
    void thePapersThirdLayerHasFifteenHundredAndSixteenParameters() {
        Layer c3 = new Convolution("C3", 16, 5, Connections.TABLE_I, Activation.SCALED_TANH);

        assertThat(c3.tensors(SIX_MAPS).stream().mapToInt(Tensor::size).sum()).isEqualTo(1_516);
    }

    @Test
    void everyMapOfTableOneFeedsTenOfTheSixteen() {
        for (int input = 0; input < 6; input++) {
            int fed = input;
            assertThat(Connections.TABLE_I.inputsOfMap())
                    .filteredOn(inputs -> inputs.contains(fed))
                    .hasSize(10);
        }
    }

    @Test
    void thePapersSecondLayerHasTwelveParameters() {
        Layer s2 = new Subsampling("S2", 2, Activation.SCALED_TANH);

        assertThat(s2.tensors(new Shape(6, 28, 28)).stream()
                        .mapToInt(Tensor::size)
                        .sum())
                .isEqualTo(12);
    }

    @Test
    void aTableForAnotherNumberOfMapsIsRefused() {
        Layer layer = new Convolution("C3", 3, 5, Connections.TABLE_I, Activation.TANH);

        assertThatThrownBy(() -> layer.output(SIX_MAPS))
                .hasMessage("C3: a connection table for 3 maps is needed, found one for 16");
    }

    @Test
    void aTableOverMapsThatAreNotThereIsRefused() {
        Layer layer = new Convolution("C3", 16, 5, Connections.TABLE_I, Activation.TANH);

        assertThatThrownBy(() -> layer.output(new Shape(4, 14, 14)))
                .hasMessageStartingWith("C3: there are 4 input maps to connect, found ");
    }

    @Test
    void aMapWithoutInputsIsRefused() {
        assertThatThrownBy(() -> new Connections(List.of(List.of(0), List.of())))
                .hasMessage("a map is fed by at least one input map, in ascending order, found []");
    }

    @Test
    void inputsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new Connections(List.of(List.of(1, 0)))).hasMessageEndingWith("found [1, 0]");
    }
}
