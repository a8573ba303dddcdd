package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBarPlotTest {

    private static final ErrorBar CLEAN = new ErrorBar("Identity", 0.1, true);
    private static final ErrorBar NOISY = new ErrorBar("Shot noise", 0.4, false);

    @Test
    void everyBarHasItsNameAndItsFigure() {
        assertThat(SvgDocument.parsed(plot(CLEAN, NOISY).toSvg()).getTextContent())
                .contains("Model 1", "on average", "error rate in %", "Identity", "10.00 %", "Shot noise", "40.00 %");
    }

    @Test
    void theLargestErrorIsTheLongestBar() throws IOException {
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(plot(CLEAN, NOISY).toPng()));

        assertThat(picture.getWidth()).isEqualTo(960);
        assertThat(colour(picture, 320, 107))
                .as("within a quarter of 720 pixels")
                .isEqualTo(0x0072b2);
        assertThat(colour(picture, 340, 107)).isNotEqualTo(0x0072b2);
        assertThat(colour(picture, 860, 137)).isEqualTo(0xd55e00);
    }

    @Test
    void everyBarMakesItHigher() {
        assertThat(SvgDocument.parsed(plot(CLEAN, NOISY).toSvg()).getAttribute("viewBox"))
                .isEqualTo("0 0 960 216");
        assertThat(SvgDocument.parsed(plot(CLEAN).toSvg()).getAttribute("viewBox"))
                .isEqualTo("0 0 960 186");
    }

    @Test
    void aNetworkWithoutErrorsHasNoBars() {
        assertThat(SvgDocument.parsed(plot(new ErrorBar("Identity", 0, true)).toSvg())
                        .getTextContent())
                .contains("0.00 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void anErrorRateOutsideItsBoundsIsRefused(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ErrorBar("Fog", rate, false))
                .withMessageContaining("Fog");
    }

    private static int colour(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) & 0xffffff;
    }

    private static ErrorBarPlot plot(ErrorBar... bars) {
        return new ErrorBarPlot("Model 1", "on average", List.of(bars));
    }
}
