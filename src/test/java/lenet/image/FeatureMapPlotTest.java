package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FeatureMapPlotTest {

    private static final int WHITE = 0xffffff;

    @Test
    void aLayerIsNamedWithItsShapeAndRange() {
        assertThat(text(new FeatureMaps("C3", 2, 1, 2, new double[] {-0.5, 0, 0.25, 1}, List.of(), false)))
                .contains("C3: 2 maps of 1×2, -0.50 to 1.00");
    }

    @Test
    void unitsAreCalledUnits() {
        assertThat(text(new FeatureMaps("F6", 3, 1, 1, new double[3], List.of(), false)))
                .contains("F6: 3 units");
    }

    @Test
    void labelsStandBelowTheirMaps() {
        assertThat(text(new FeatureMaps("OUTPUT", 2, 1, 1, new double[2], List.of("zero", "one"), false)))
                .contains("zero", "one");
    }

    @Test
    void theLargestValueIsVermilionTheSmallestBlueAndZeroWhite() throws IOException {
        FeatureMaps units = new FeatureMaps("F6", 3, 1, 1, new double[] {-2, 0, 2}, List.of("a", "b", "c"), false);
        BufferedImage picture = png(units);

        assertThat(List.of(colour(picture, 44), colour(picture, 92), colour(picture, 140)))
                .containsExactly(0x0072b2, WHITE, 0xd55e00);
    }

    @Test
    void ofAllEqualPixelsNothingIsDrawnDark() throws IOException {
        assertThat(colour(png(new FeatureMaps("INPUT", 1, 1, 1, new double[] {3}, List.of("x"), true)), 44))
                .isEqualTo(WHITE);
    }

    @Test
    void tooFewValuesAreRefused() {
        assertThatThrownBy(() -> new FeatureMaps("C1", 2, 2, 2, new double[7], List.of(), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C1: 2 maps of 2×2, found 7");
    }

    @Test
    void aLabelTooFewIsRefused() {
        assertThatThrownBy(() -> new FeatureMaps("OUTPUT", 2, 1, 1, new double[2], List.of("0"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 maps, found 1 labels");
    }

    private static String text(FeatureMaps layer) {
        return SvgDocument.parsed(new FeatureMapPlot("inside", List.of(layer)).toSvg())
                .getTextContent();
    }

    private static BufferedImage png(FeatureMaps layer) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(new FeatureMapPlot("inside", List.of(layer)).toPng()));
    }

    /** In the middle of a unit of the first layer. */
    private static int colour(BufferedImage picture, int x) {
        return picture.getRGB(x, 106) & WHITE;
    }
}
