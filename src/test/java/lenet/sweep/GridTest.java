package lenet.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTest {

    private static final Grid SIX = grid(List.of(0.1, 0.2, 0.3), List.of("sgd", "adam"));

    @Test
    void aGridHasEveryCombinationTheLastFieldVaryingFastest() {
        assertThat(SIX.points(100, 42))
                .extracting(Map::values)
                .extracting(List::copyOf)
                .containsExactly(
                        List.of(0.1, "sgd"),
                        List.of(0.1, "adam"),
                        List.of(0.2, "sgd"),
                        List.of(0.2, "adam"),
                        List.of(0.3, "sgd"),
                        List.of(0.3, "adam"));
    }

    @Test
    void aPointNamesItsFieldsInTheOrderOfTheGrid() {
        assertThat(SIX.points(100, 42).get(0).keySet()).containsExactly("first", "second");
    }

    @Test
    void fewerTrialsThanCombinationsAreChosenWithoutRepetition() {
        List<Map<String, Object>> four = SIX.points(4, 42);

        assertThat(four).hasSize(4).doesNotHaveDuplicates().isSubsetOf(SIX.points(6, 42));
    }

    @Test
    void theSameSeedChoosesTheSame() {
        assertThat(SIX.points(3, 7)).isEqualTo(SIX.points(3, 7));
    }

    @Test
    void everyCombinationIsChosenByOneSeedOrAnother() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(seed -> SIX.points(1, seed).get(0))
                        .distinct())
                .hasSize(6);
    }

    @Test
    void theLargestGridThatIsTakenIsChosenFromAtOnce() {
        List<Object> hundred = IntStream.range(0, 100).mapToObj(i -> (Object) i).toList();
        Map<String, List<Object>> fields = new LinkedHashMap<>();
        IntStream.range(0, 8).forEach(field -> fields.put("field" + field, hundred));

        Grid largest = new Grid(fields);

        assertThat(largest.size()).isEqualTo(10_000_000_000_000_000L);
        assertThat(largest.points(100, 42)).hasSize(100).doesNotHaveDuplicates();
    }

    private static Grid grid(List<Object> first, List<Object> second) {
        Map<String, List<Object>> fields = new LinkedHashMap<>();
        fields.put("first", first);
        fields.put("second", second);
        return new Grid(fields);
    }
}
