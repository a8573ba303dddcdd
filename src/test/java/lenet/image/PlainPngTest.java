package lenet.image;

import static lenet.image.PngChunks.GREY;
import static lenet.image.PngChunks.GREY_AND_ALPHA;
import static lenet.image.PngChunks.PALETTE;
import static lenet.image.PngChunks.RGB;
import static lenet.image.PngChunks.RGB_AND_ALPHA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lenet.image.PngChunks.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the short way of a PNG against the one through ImageIO. */
class PlainPngTest {

    static Stream<Form> plainForms() {
        return Stream.of(
                new Form(1, GREY),
                new Form(2, GREY),
                new Form(4, GREY),
                new Form(8, GREY),
                new Form(1, PALETTE),
                new Form(2, PALETTE),
                new Form(4, PALETTE),
                new Form(8, PALETTE),
                new Form(8, RGB),
                new Form(8, GREY_AND_ALPHA),
                new Form(8, RGB_AND_ALPHA));
    }

    static Stream<Form> otherForms() {
        return Stream.of(
                new Form(16, GREY), new Form(16, RGB), new Form(16, GREY_AND_ALPHA), new Form(16, RGB_AND_ALPHA));
    }

    @ParameterizedTest
    @MethodSource("plainForms")
    void aPlainPictureIsWhatImageIoMakesOfIt(Form form) throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 300; round++) {
            byte[] png = PngChunks.random(form, 0, random).file();

            assertThat(PlainPng.decode(png)).contains(byImageIo(png));
        }
    }

    @ParameterizedTest
    @MethodSource("plainForms")
    void aBrokenPictureIsLeftToImageIoUnlessImageIoMakesTheSameOfIt(Form form) throws IOException {
        Random random = new Random(2);
        int left = 0;
        for (int round = 0; round < 1000; round++) {
            PngChunks broken = PngChunks.random(form, 0, random);
            broken.breakSomewhere();
            byte[] png = broken.file();
            Optional<GrayImage> plain = PlainPng.decode(png);
            if (plain.isPresent()) {
                assertThat(byImageIo(png)).isEqualTo(plain.get());
            } else {
                left++;
            }
        }

        assertThat(left).isBetween(100, 900);
    }

    @ParameterizedTest
    @MethodSource("otherForms")
    void aPictureOfWideSamplesIsLeftToImageIo(Form form) {
        assertThat(PlainPng.decode(PngChunks.random(form, 0, new Random(3)).file()))
                .isEmpty();
    }

    @Test
    void anInterlacedPictureIsLeftToImageIo() {
        assertThat(PlainPng.decode(
                        PngChunks.random(new Form(8, GREY), 1, new Random(4)).file()))
                .isEmpty();
    }

    @Test
    void aPictureWithATransparentColourIsLeftToImageIo() {
        PngChunks png = PngChunks.random(new Form(8, GREY), 0, new Random(5));
        png.addBeforeData("tRNS", new byte[] {0, 7});

        assertThat(PlainPng.decode(png.file())).isEmpty();
    }

    @Test
    void anMnistPictureAsThisServiceWritesItNeedsNoImageIo() {
        assertThat(MnistPictures.test(100))
                .allSatisfy(digit -> assertThat(PlainPng.decode(digit.toPng())).contains(digit));
    }

    private static GrayImage byImageIo(byte[] png) throws IOException {
        return Luminance.of(ImageIO.read(new ByteArrayInputStream(png)));
    }
}
