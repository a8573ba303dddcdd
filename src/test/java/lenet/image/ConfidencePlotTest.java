package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ConfidencePlotTest {

    private static final ReliabilityBar UNSURE = new ReliabilityBar(0.5, 0.6, 40, 0.55, 0.25);
    private static final ReliabilityBar SURE = new ReliabilityBar(0.9, 1, 9_000, 0.99, 0.99);
    private static final ReliabilityBar EMPTY = new ReliabilityBar(0, 0.1, 0, 0, 0);
    private static final List<RejectionPoint> CURVE =
            List.of(new RejectionPoint(0, 0.02), new RejectionPoint(0.05, 0.005), new RejectionPoint(0.9, 0));

    @Test
    void aReliabilityDiagramSaysHowManyPicturesABinHas() {
        assertThat(SvgDocument.parsed(reliability().toSvg()).getTextContent())
                .contains("Model 1", "off by 0.1 %", "confidence in %", "accuracy in %", "9,000", "40");
    }

    @Test
    void aBarIsAsHighAsTheAccuracy() throws IOException {
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(reliability().toPng()));

        assertThat(picture.getWidth()).isEqualTo(640);
        // Beside the dot: a quarter of 340 pixels above the axis.
        assertThat(colour(picture, 352, 422 - 75)).isEqualTo(colour(picture, 352, 422 - 10));
        assertThat(colour(picture, 352, 422 - 95)).isNotEqualTo(colour(picture, 352, 422 - 10));
    }

    @Test
    void theDotLiesAtConfidenceAndAccuracy() throws IOException {
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(reliability().toPng()));

        assertThat(colour(picture, 76 + 297, 422 - 85)).isEqualTo(0xd55e00);
    }

    @Test
    void fewPicturesLeaveAWideInterval() {
        assertThat(UNSURE.lowest()).isEqualTo(0.142, within(0.001));
        assertThat(UNSURE.highest()).isEqualTo(0.402, within(0.001));
        assertThat(SURE.highest() - SURE.lowest()).isLessThan(0.005);
    }

    @Test
    void aRejectionCurveIsShownUpToSeveralTimesTheShareThatMatters() {
        String text =
                SvgDocument.parsed(rejection(OptionalDouble.of(0.05)).toSvg()).getTextContent();

        assertThat(text)
                .contains("Model 1", "5 % to reject", "rejected in %", "20")
                .doesNotContain("100");
    }

    @Test
    void aCurveThatNeverGetsLowEnoughIsShownToItsEnd() {
        assertThat(SvgDocument.parsed(rejection(OptionalDouble.empty()).toSvg()).getTextContent())
                .contains("100");
    }

    @Test
    void theShareThatMattersIsMarkedOnTheCurve() throws IOException {
        BufferedImage picture = ImageIO.read(
                new ByteArrayInputStream(rejection(OptionalDouble.of(0.05)).toPng()));

        // A quarter of the way to 20 %; 0.5 of 2.1 % up.
        assertThat(colour(picture, 76 + 135, 404 - 77)).isEqualTo(0xd55e00);
    }

    private static ReliabilityPlot reliability() {
        return new ReliabilityPlot("Model 1", "off by 0.1 %", List.of(EMPTY, UNSURE, SURE));
    }

    private static RejectionPlot rejection(OptionalDouble marked) {
        return new RejectionPlot("Model 1", "5 % to reject", CURVE, 0.005, marked);
    }

    private static int colour(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }
}
