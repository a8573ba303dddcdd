package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GrayImageTest {

    private static final byte[] PIXELS = {0, 1, 127, (byte) 128, (byte) 254, (byte) 255};

    @Test
    void itsPngDecodesToTheSamePixels() {
        GrayImage image = GrayImage.of(3, 2, PIXELS);

        assertThat(new ImageDecoder().decode(image.toPng())).isEqualTo(image);
    }

    @Test
    void laterChangesToTheGivenArrayDoNotReachIt() {
        byte[] pixels = PIXELS.clone();
        GrayImage image = GrayImage.of(3, 2, pixels);

        pixels[0] = 99;

        assertThat(image.at(0, 0)).isZero();
    }

    @Test
    void changesToTheReturnedArrayDoNotReachIt() {
        GrayImage image = GrayImage.of(3, 2, PIXELS);

        image.pixels()[0] = 99;

        assertThat(image.at(0, 0)).isZero();
    }

    @Test
    void aPixelIsUnsigned() {
        assertThat(GrayImage.of(3, 2, PIXELS).at(2, 1)).isEqualTo(255);
    }

    @Test
    void theSamePixelsInAnotherShapeAreAnotherPicture() {
        assertThat(GrayImage.of(3, 2, PIXELS)).isNotEqualTo(GrayImage.of(2, 3, PIXELS));
    }

    @Test
    void equalPicturesHaveEqualHashCodes() {
        assertThat(GrayImage.of(3, 2, PIXELS)).hasSameHashCodeAs(GrayImage.of(3, 2, PIXELS.clone()));
    }

    @Test
    void aWrongNumberOfPixelsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GrayImage.of(3, 3, PIXELS))
                .withMessage("a picture of 3×3 cannot have 6 pixels");
    }
}
