package lenet.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomSearchTest {

    private static final Choice RATE = new Choice.Between(0.001, 0.1, true);

    @Test
    void theSameSeedAndTrialGiveTheSameDraw() {
        assertThat(search(RATE, 42).point(3)).isEqualTo(search(RATE, 42).point(3));
    }

    @Test
    void anotherTrialOrAnotherSeedGivesAnotherDraw() {
        assertThat(search(RATE, 42).point(3))
                .isNotEqualTo(search(RATE, 42).point(4))
                .isNotEqualTo(search(RATE, 43).point(3));
    }

    @Test
    void aFieldsDrawDoesNotDependOnTheOtherFields() {
        RandomSearch both = new RandomSearch(Map.of("x", RATE, "y", RATE), 42);

        assertThat(both.point(5)).containsEntry("x", search(RATE, 42).point(5).get("x"));
        assertThat(both.point(5).get("x")).isNotEqualTo(both.point(5).get("y"));
    }

    @Test
    void aLogarithmicRangeHasAsManyDrawsInEachDecade() {
        long lower = draws(RATE).filter(value -> ((Double) value) < 0.01).count();

        assertThat(lower).isBetween(450L, 550L);
    }

    @Test
    void aLinearRangeHasAsManyDrawsInEachHalf() {
        Choice linear = new Choice.Between(0, 0.9, false);

        assertThat(draws(linear).filter(value -> ((Double) value) < 0.45).count())
                .isBetween(450L, 550L);
    }

    @Test
    void drawsStayWithinTheirRange() {
        assertThat(draws(new Choice.Between(0.123456789, 0.1234567891, false)))
                .allMatch(value -> (Double) value >= 0.123456789 && (Double) value <= 0.1234567891);
        assertThat(draws(new Choice.WholeBetween(1, 3, true))).containsOnly(1L, 2L, 3L);
        assertThat(draws(new Choice.WholeBetween(-1, 1, false))).containsOnly(-1L, 0L, 1L);
    }

    @Test
    void theWidestRangeOfWholeNumbersIsDrawnFrom() {
        assertThat(draws(new Choice.WholeBetween(Long.MIN_VALUE, Long.MAX_VALUE, false)))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyValueOfAListIsDrawn() {
        assertThat(draws(new Choice.Listed(List.of("sgd", "nesterov", "adam"))))
                .containsOnly("sgd", "nesterov", "adam");
    }

    @Test
    void drawsHaveNoMoreThanSixDigits() {
        assertThat(draws(RATE).map(String::valueOf)).allMatch(text -> text.length() <= "0.00123456".length());
    }

    @Test
    void listedNumbersFarApartAreSeenByTheirRatios() {
        assertThat(new Choice.Listed(List.of(0.1, 0.01, 0.001)).logarithmic()).isTrue();
        assertThat(new Choice.Listed(List.of(16, 32, 64)).logarithmic()).isFalse();
        assertThat(new Choice.Listed(List.of(0, 0.9)).logarithmic()).isFalse();
        assertThat(new Choice.Listed(List.of("sgd", "adam")).logarithmic()).isFalse();
    }

    private static Stream<Object> draws(Choice choice) {
        RandomSearch search = search(choice, 42);
        return IntStream.rangeClosed(1, 1000)
                .mapToObj(trial -> Objects.requireNonNull(search.point(trial).get("x")));
    }

    private static RandomSearch search(Choice choice, long seed) {
        return new RandomSearch(Map.of("x", choice), seed);
    }
}
