package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import lenet.image.ImageRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitNormaliserTest {

    private static final List<GrayImage> DIGITS = MnistPictures.test(60);
    private static final Color GLASS = new Color(0, 0, 0, 0);

    private final DigitNormaliser normaliser = new DigitNormaliser();
    private final ImageDecoder decoder = new ImageDecoder(new ImageLimits(1 << 24, 4_000_000));

    @Test
    void everyTrainingPictureOfMnistPassesUnchanged() {
        assertThat(MnistPictures.training(60_000))
                .allMatch(picture -> normaliser.normalise(picture).equals(picture));
    }

    @Test
    void everyTestPictureOfMnistPassesUnchanged() {
        assertThat(MnistPictures.test(10_000))
                .allMatch(picture -> normaliser.normalise(picture).equals(picture));
    }

    @Test
    void aDigitTwoPixelsOffCentreDoesNotPassAsItIs() {
        assertThat(DIGITS.stream().map(digit -> drawn(Color.BLACK, Color.WHITE, digit, 28, 2, 0, 28)))
                .noneMatch(MnistForm::isMetBy);
    }

    /** The bounds lie a quarter above what was measured; the mean pixel of MNIST is 33. */
    static Stream<Arguments> comesBackCloseToTheOriginal() {
        return Stream.of(
                argumentSet("inverted", 1.3, rendering(i -> onWhite(i, 28, 0, 0, 28))),
                argumentSet("three pixels off centre", 1.7, rendering(i -> Drawing.blank(28, 28, Color.BLACK)
                        .digit(DIGITS.get(i), Color.WHITE, 3, -2, 28))),
                argumentSet("seven times as large", 8.0, rendering(i -> onWhite(i, 196, 0, 0, 196))),
                argumentSet("grey, off centre, on noisy paper", 9.3, rendering(i -> Drawing.blank(
                                500, 400, new Color(230, 230, 230))
                        .digit(DIGITS.get(i), new Color(40, 40, 40), 210, 30, 196)
                        .noise(12, i))),
                argumentSet("blue on yellow", 8.0, rendering(i -> Drawing.blank(300, 300, new Color(250, 240, 170))
                        .digit(DIGITS.get(i), new Color(30, 60, 160), 50, 70, 196))),
                argumentSet("chalk on a board", 8.9, rendering(i -> Drawing.blank(300, 300, new Color(20, 60, 20))
                        .digit(DIGITS.get(i), new Color(220, 220, 230), 50, 70, 196)
                        .noise(8, i))),
                argumentSet("in falling light", 10.7, rendering(i -> Drawing.blank(300, 300, new Color(235, 235, 225))
                        .digit(DIGITS.get(i), new Color(50, 50, 60), 75, 75, 168)
                        .shade(0.35)
                        .noise(5, i))),
                argumentSet("among salt and pepper", 13.4, rendering(i -> onWhite(i, 200, 10, 10, 140)
                        .saltAndPepper(0.03, i))),
                argumentSet("half as large", 16.3, rendering(i -> onWhite(i, 16, 0, 0, 16))),
                argumentSet("faint pencil", 11.0, rendering(i -> Drawing.blank(200, 200, new Color(200, 200, 200))
                        .digit(DIGITS.get(i), new Color(170, 170, 170), 20, 20, 140)
                        .noise(3, i))),
                argumentSet("black on glass", 7.7, rendering(i -> Drawing.blank(200, 200, GLASS)
                        .digit(DIGITS.get(i), Color.BLACK, 20, 20, 140))),
                argumentSet("white on glass", 7.7, rendering(i -> Drawing.blank(200, 200, GLASS)
                        .digit(DIGITS.get(i), Color.WHITE, 20, 20, 140))));
    }

    @ParameterizedTest
    @MethodSource
    void comesBackCloseToTheOriginal(double bound, IntFunction<Drawing> rendering) {
        double sum = 0;
        for (int i = 0; i < DIGITS.size(); i++) {
            GrayImage picture = Luminance.of(rendering.apply(i).image());
            sum += meanDifference(DIGITS.get(i), normaliser.normalise(picture));
        }

        assertThat(sum / DIGITS.size()).isLessThan(bound);
    }

    @Test
    void aSmallDigitInAHugePictureIsFoundAndMagnified() {
        GrayImage digit = DIGITS.get(0);

        GrayImage found = normaliser.normalise(drawn(Color.WHITE, Color.BLACK, digit, 1900, 1500, 200, 90));

        assertThat(meanDifference(digit, found)).isLessThan(6);
    }

    @Test
    void whatHasBeenNormalisedIsInMnistsForm() {
        assertThat(DIGITS.stream()
                        .map(digit -> normaliser.normalise(drawn(Color.WHITE, Color.BLACK, digit, 300, 40, 20, 200))))
                .allMatch(MnistForm::isMetBy);
    }

    @ParameterizedTest
    @CsvSource({"1,1000", "2,1000", "20,1000", "1,300", "5,300", "1,60"})
    void aThinStrokeComesOutAsWideAsAPens(int pen, int side) {
        GrayImage two = normaliser.normalise(two(side, pen, Color.WHITE, Color.BLACK));

        assertThat(inkedShare(two)).isBetween(0.09, 0.2);
        assertThat(peak(two)).isEqualTo(255);
    }

    @Test
    void aVeryThickStrokeStaysWithinTheFrame() {
        assertThat(MnistForm.isMetBy(normaliser.normalise(two(1000, 140, Color.WHITE, Color.BLACK))))
                .isTrue();
    }

    @Test
    void polarityIsFoundWhenAStrokeTouchesTheBorder() {
        Drawing seven = Drawing.blank(100, 100, Color.WHITE).paint(graphics -> {
            graphics.setColor(Color.BLACK);
            graphics.setStroke(new BasicStroke(12));
            graphics.drawLine(0, 5, 95, 5);
            graphics.drawLine(95, 5, 40, 100);
        });

        GrayImage normalised = normaliser.normalise(decoder.decode(seven.png()));

        assertThat(inkedShare(normalised)).isLessThan(0.2);
    }

    @Test
    void farSpecksDoNotWidenTheDigit() {
        GrayImage clean = two(300, 20, Color.WHITE, Color.BLACK);
        byte[] pixels = clean.pixels();
        for (int speck : new int[] {3 * 300 + 3, 3 * 300 + 4, 295 * 300 + 290, 150 * 300 + 297}) {
            pixels[speck] = 0;
        }

        assertThat(normaliser.normalise(GrayImage.of(300, 300, pixels))).isEqualTo(normaliser.normalise(clean));
    }

    @Test
    void theLooseBarOfAFiveIsKept() {
        Drawing five = Drawing.blank(200, 200, Color.WHITE).paint(graphics -> {
            graphics.setColor(Color.BLACK);
            graphics.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.drawLine(100, 30, 150, 30);
            graphics.drawArc(50, 80, 90, 90, 150, -320);
        });

        GrayImage normalised = normaliser.normalise(decoder.decode(five.png()));

        assertThat(normalised.at(18, 5) + normalised.at(18, 4) + normalised.at(18, 3))
                .isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 28, 300})
    void aUniformPictureHasNoInk(int side) {
        assertHasNoInk(
                decoder.decode(Drawing.blank(side, side, Color.LIGHT_GRAY).png()));
    }

    @ParameterizedTest
    @CsvSource({"28,3", "28,20", "300,3", "300,20", "1000,10"})
    void noiseAloneIsNoInk(int side, double deviation) {
        assertHasNoInk(decoder.decode(
                Drawing.blank(side, side, Color.GRAY).noise(deviation, 5).png()));
    }

    @Test
    void unevenLightAloneIsNoInk() {
        assertHasNoInk(decoder.decode(
                Drawing.blank(300, 300, Color.WHITE).shade(0.4).noise(4, 5).png()));
    }

    @ParameterizedTest
    @CsvSource({"1,4000000", "4000000,1", "3,5", "1,28"})
    void anyShapeIsNormalisedOrHasNoInk(int width, int height) {
        byte[] pixels = new byte[width * height];
        pixels[pixels.length / 2] = -1;

        assertHasNoInk(GrayImage.of(width, height, pixels));
    }

    private void assertHasNoInk(GrayImage picture) {
        assertThatExceptionOfType(ImageRejectedException.class)
                .isThrownBy(() -> normaliser.normalise(picture))
                .withMessageContaining("no ink found")
                .returns(Reason.NO_INK, ImageRejectedException::reason);
    }

    private static IntFunction<Drawing> rendering(IntFunction<Drawing> rendering) {
        return rendering;
    }

    private static Drawing onWhite(int digit, int side, int left, int top, int digitSide) {
        return Drawing.blank(side, side, Color.WHITE).digit(DIGITS.get(digit), Color.BLACK, left, top, digitSide);
    }

    private GrayImage drawn(Color paper, Color ink, GrayImage digit, int side, int left, int top, int digitSide) {
        return decoder.decode(Drawing.blank(side, side, paper)
                .digit(digit, ink, left, top, digitSide)
                .png());
    }

    private GrayImage two(int side, int pen, Color paper, Color ink) {
        double unit = side / 1000.0;
        Path2D path = new Path2D.Double();
        path.moveTo(300 * unit, 300 * unit);
        path.curveTo(300 * unit, 100 * unit, 700 * unit, 100 * unit, 700 * unit, 350 * unit);
        path.curveTo(700 * unit, 500 * unit, 400 * unit, 600 * unit, 300 * unit, 850 * unit);
        path.lineTo(720 * unit, 850 * unit);
        return decoder.decode(Drawing.blank(side, side, paper)
                .paint(graphics -> {
                    graphics.setColor(ink);
                    graphics.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                    graphics.draw(path);
                })
                .png());
    }

    private static double meanDifference(GrayImage a, GrayImage b) {
        double sum = 0;
        for (int y = 0; y < 28; y++) {
            for (int x = 0; x < 28; x++) {
                sum += Math.abs(a.at(x, y) - b.at(x, y));
            }
        }
        return sum / (28 * 28);
    }

    private static double inkedShare(GrayImage picture) {
        int inked = 0;
        for (byte pixel : picture.pixels()) {
            inked += (pixel & 0xff) > 127 ? 1 : 0;
        }
        return (double) inked / (picture.width() * picture.height());
    }

    private static int peak(GrayImage picture) {
        int peak = 0;
        for (byte pixel : picture.pixels()) {
            peak = Math.max(peak, pixel & 0xff);
        }
        return peak;
    }
}
