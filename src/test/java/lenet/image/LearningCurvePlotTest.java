package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class LearningCurvePlotTest {

    @Test
    void itNamesItsEpochsItsCurvesAndTheBestEpoch() {
        String text = SvgDocument.parsed(plot(20, OptionalInt.of(13)).toSvg()).getTextContent();

        // JFreeChart draws the turned labels of the vertical axes as outlines
        assertThat(text).contains("LeNet-5", "seed 1", "epoch", "validation");
        assertThat(text).containsOnlyOnce("best epoch 13").containsOnlyOnce("training");
    }

    @Test
    void beforeTheFirstEpochItSaysSo() {
        assertThat(SvgDocument.parsed(plot(0, OptionalInt.empty()).toSvg()).getTextContent())
                .contains("no epoch finished yet");
    }

    @Test
    void anUnknownBestEpochIsNotMarked() {
        assertThat(plot(20, OptionalInt.empty()).toSvg()).doesNotContain("best epoch");
    }

    @Test
    void itsSvgHasASizeAndAViewBox() {
        Element root = SvgDocument.parsed(plot(3, OptionalInt.empty()).toSvg());

        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 1000 800");
        assertThat(root.getAttribute("width")).isEqualTo("1000");
        assertThat(root.getAttribute("height")).isEqualTo("800");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 200})
    void anyNumberOfEpochsMakesAPictureOfTheSameSize(int epochs) {
        GrayImage picture =
                new ImageDecoder().decode(plot(epochs, OptionalInt.empty()).toPng());

        assertThat(picture.width()).isEqualTo(1000);
        assertThat(picture.height()).isEqualTo(800);
    }

    @Test
    void missingAndInfiniteValuesLeaveGaps() {
        List<CurvePoint> points = List.of(
                new CurvePoint(1, 0.3, Double.NaN, 0.9, Double.NaN),
                new CurvePoint(2, Double.POSITIVE_INFINITY, 0.2, Double.NaN, 0.95));

        assertThat(new LearningCurvePlot("gaps", "", points, OptionalInt.of(2)).toSvg())
                .doesNotContain("NaN")
                .contains("best epoch 2");
    }

    @Test
    void aTrainingThatDivergedAtOnceIsStillDrawn() {
        List<CurvePoint> points = List.of(new CurvePoint(1, Double.NaN, Double.NaN, Double.NaN, Double.NaN));

        assertThat(SvgDocument.parsed(new LearningCurvePlot("NaN", "", points, OptionalInt.empty()).toSvg())
                        .getTextContent())
                .contains("epoch");
    }

    private static LearningCurvePlot plot(int epochs, OptionalInt best) {
        List<CurvePoint> points = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            points.add(new CurvePoint(epoch, 0.3 / epoch, 0.2 / epoch + 0.03, 1 - 0.1 / epoch, 0.99 - 0.08 / epoch));
        }
        return new LearningCurvePlot("LeNet-5", "seed 1", points, best);
    }
}
