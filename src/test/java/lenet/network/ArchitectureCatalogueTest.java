package lenet.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureCatalogueTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lenet5, '156, 0, 2416, 0, 48120, 10164, 850', 61706",
        "lenet5-1998, '156, 12, 1516, 32, 48120, 10164, 0', 60000",
        "lenet4, '104, 16, 1516, 32, 14120, 1210', 16998",
        "lenet1, '104, 8, 512, 24, 1930', 2578"
    })
    void everyLayerHasTheParametersOfThePaper(String name, String ofLayers, int inAll) {
        Architecture architecture = ArchitectureCatalogue.find(name).orElseThrow();

        assertThat(architecture.shapedLayers().stream()
                        .map(shaped -> shaped.layer().tensors(shaped.input()).stream()
                                .mapToInt(Tensor::size)
                                .sum())
                        .map(count -> String.format(Locale.ROOT, "%d", count)))
                .isEqualTo(List.of(ofLayers.split(", ")));
        assertThat(architecture.parameterCount()).isEqualTo(inAll);
    }

    @Test
    void theCodesAreTwelveRowsOfSevenPixels() {
        assertThat(Codes.DIGITS.classes()).isEqualTo(10);
        assertThat(Codes.DIGITS.length()).isEqualTo(7 * 12);
    }

    @Test
    void noTwoCodesAreClose() {
        List<List<Integer>> signs = Codes.DIGITS.signs();
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < i; j++) {
                List<Integer> one = signs.get(i);
                List<Integer> other = signs.get(j);
                assertThat(IntStream.range(0, 84)
                                .filter(k -> !one.get(k).equals(other.get(k)))
                                .count())
                        .as("pixels in which %d and %d differ", i, j)
                        .isGreaterThanOrEqualTo(10);
            }
        }
    }

    @Test
    void thePapersWeightsBeginWithinTwoPointFourOverTheFanIn() {
        Architecture paper = ArchitectureCatalogue.LENET5_1998;
        float[] f6 = Parameters.initial(paper, 3).tensor(paper, "F6.weight");

        assertThat(f6).doesNotContain(0);
        float largest = 0;
        for (float weight : f6) {
            largest = Math.max(largest, Math.abs(weight));
        }
        assertThat(largest).isBetween(0.99f * 2.4f / 120, 2.4f / 120);
    }
}
