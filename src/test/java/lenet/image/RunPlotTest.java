package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunPlotTest {

    private static final RunAxis RATE = RunAxis.ofNumbers("learningRate", true);
    private static final RunAxis OPTIMISER = RunAxis.ofWords("optimiser", List.of("sgd", "adam"));

    @Test
    void theParallelAxesAreNamedAndMarked() {
        assertThat(text(new ParallelCoordinatesPlot(comparison(true, RATE, OPTIMISER)).toSvg()))
                .contains("a sweep", "of 3", "learningRate", "optimiser", "sgd", "adam", "validation loss", "0.001");
    }

    @Test
    void theFirstRunWithAResultIsNamedAsTheBest() {
        RunComparison comparison = new RunComparison(
                "",
                "",
                List.of(RATE),
                "loss",
                true,
                List.of(
                        new RunPoint("trial 4", List.of(0.1), Double.NaN),
                        new RunPoint("trial 2", List.of(0.1), 0.3),
                        new RunPoint("trial 1", List.of(0.1), 0.2)));

        assertThat(text(new ParallelCoordinatesPlot(comparison).toSvg())).contains("best: trial 2, loss 0.3");
    }

    @Test
    void theDirectionOfTheScoreIsNamed() {
        assertThat(text(new RunScatterPlot(comparison(true, RATE)).toSvg())).contains("lower is better");
        assertThat(text(new RunScatterPlot(comparison(false, RATE)).toSvg())).contains("higher is better");
    }

    @Test
    void runsWithoutAResultAreCounted() {
        assertThat(text(new RunScatterPlot(comparison(true, RATE)).toSvg())).contains("1 of 3 without a result");
    }

    @Test
    void theScatterNamesItsSettingAndTheBest() {
        assertThat(text(new RunScatterPlot(comparison(true, RATE)).toSvg()))
                .contains("learningRate", "best: trial 1", "0.001");
    }

    @Test
    void aComparisonWithoutResultsIsStillDrawn() {
        RunComparison none = new RunComparison(
                "", "", List.of(RATE), "loss", true, List.of(new RunPoint("trial 1", List.of(0.1), Double.NaN)));

        assertThat(text(new RunScatterPlot(none).toSvg())).contains("no result yet");
        assertThat(text(new ParallelCoordinatesPlot(none).toSvg())).contains("no result yet");
    }

    @Test
    void equalScoresAndEqualSettingsAreStillDrawn() {
        RunPoint one = new RunPoint("trial 1", List.of(0.0), 0.5);
        RunComparison equal = new RunComparison(
                "", "", List.of(RunAxis.ofNumbers("momentum", false)), "loss", true, List.of(one, one));

        assertThat(new RunScatterPlot(equal).toSvg()).doesNotContain("NaN", "Infinity");
        assertThat(new ParallelCoordinatesPlot(equal).toSvg()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aTitleThatIsTooLongIsCutOff() {
        RunComparison wordy = new RunComparison("w".repeat(300), "", List.of(RATE), "loss", true, List.of());

        assertThat(text(new RunScatterPlot(wordy).toSvg())).contains("www…").doesNotContain("w".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void morePlaceIsTakenByMoreAxes(int count) {
        RunAxis[] axes = IntStream.range(0, count).mapToObj(i -> RATE).toArray(RunAxis[]::new);
        GrayImage picture = new ImageDecoder().decode(new ParallelCoordinatesPlot(comparison(true, axes)).toPng());

        assertThat(picture.height()).isEqualTo(640);
        assertThat(picture.width()).isEqualTo(Math.max(1000, 250 + 165 * count));
    }

    @Test
    void aRunNeedsAValueForEveryAxis() {
        List<RunPoint> short1 = List.of(new RunPoint("trial 1", List.of(), 0.5));

        assertThatThrownBy(() -> new RunComparison("", "", List.of(RATE), "loss", true, short1))
                .hasMessage("trial 1 has 0 values for 1 axes");
    }

    private static RunComparison comparison(boolean lowerIsBetter, RunAxis... axes) {
        return new RunComparison(
                "a sweep",
                "of 3",
                List.of(axes),
                "validation loss",
                lowerIsBetter,
                List.of(
                        run("trial 1", 0.001, 0, axes, 0.1),
                        run("trial 2", 0.01, 1, axes, 0.2),
                        run("trial 3", 0.1, 1, axes, Double.NaN)));
    }

    private static RunPoint run(String name, double number, double word, RunAxis[] axes, double score) {
        return new RunPoint(
                name,
                List.of(axes).stream()
                        .map(axis -> axis.words().isEmpty() ? number : word)
                        .toList(),
                score);
    }

    private static String text(String svg) {
        return SvgDocument.parsed(svg).getTextContent();
    }
}
