package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final Architecture lenet5 = ArchitectureCatalogue.LENET5;

    @Test
    void lenet5HasTheArticlesParameterCount() {
        assertThat(lenet5.parameterCount()).isEqualTo(61_706);
    }

    @Test
    void everyLayerOfLenet5HasItsPublishedParameterCount() {
        var counts = lenet5.shapedLayers().stream()
                .collect(Collectors.toMap(
                        shaped -> shaped.layer().name(), shaped -> shaped.layer().tensors(shaped.input()).stream()
                                .mapToInt(Tensor::size)
                                .sum()));

        assertThat(counts)
                .containsEntry("C1", 156)
                .containsEntry("S2", 0)
                .containsEntry("C3", 2_416)
                .containsEntry("S4", 0)
                .containsEntry("C5", 48_120)
                .containsEntry("F6", 10_164)
                .containsEntry("OUTPUT", 850);
    }

    @Test
    void theShapesOfLenet5AreThoseOfThePapersFigure2() {
        assertThat(lenet5.shapedLayers())
                .extracting(shaped -> shaped.output().toString())
                .containsExactly("6×28×28", "6×14×14", "16×10×10", "16×5×5", "120×1×1", "84×1×1", "10×1×1");
    }

    @Test
    void layersThatDoNotFitTogetherAreRefused() {
        List<Layer> tooDeep = List.of(new Layer.Convolution("C1", 1, 5, Activation.TANH));

        assertThatThrownBy(() -> new Architecture("tiny", "", new Shape(1, 4, 4), tooDeep))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one unit");
    }

    @Test
    void aPoolingWindowThatDoesNotTileItsInputIsRefused() {
        List<Layer> odd = List.of(new Layer.AveragePooling("S2", 2));

        assertThatThrownBy(() -> new Architecture("tiny", "", new Shape(1, 5, 5), odd))
                .hasMessageContaining("does not tile");
    }

    @Test
    void theCatalogueFindsAnArchitectureByItsName() {
        assertThat(ArchitectureCatalogue.find("lenet5")).contains(lenet5);
        assertThat(ArchitectureCatalogue.find("lenet6")).isEmpty();
    }
}
