package lenet.image;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lenet.image.ImageRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadFormatTest {

    private final ImageDecoder decoder = new ImageDecoder();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "....ftypheic....mif1|a HEIC picture",
                "....ftypmif1....heic|a HEIC picture",
                "....ftypavif....|an AVIF picture",
                "<svg xmlns='http://www.w3.org/2000/svg'/>|an SVG drawing",
                "<?xml version='1.0'?> <svg>|an SVG drawing",
                "<!-- drawn by hand --> <svg>|an SVG drawing",
                "%PDF-1.7|a PDF document",
                "RIFF....WEBPVP8 |a WebP picture",
                "II*.|a TIFF picture",
                "8BPS..|a Photoshop document"
            })
    void isRefusedByItsName(String start, String name) {
        byte[] bytes = start.replace("II*.", "II*\0").getBytes(StandardCharsets.ISO_8859_1);

        assertThatExceptionOfType(ImageRejectedException.class)
                .isThrownBy(() -> decoder.decode(bytes))
                .withMessage("the file is " + name + ", which is not read; accepted are PNG, JPEG, GIF or BMP")
                .returns(Reason.NOT_AN_IMAGE, ImageRejectedException::reason);
    }

    @Test
    void applesVariantOfPngIsRefusedByItsName() {
        assertThatExceptionOfType(ImageRejectedException.class)
                .isThrownBy(() -> decoder.decode(file("cgbi.png")))
                .withMessageContaining("Apple's CgBI variant of PNG");
    }

    @ParameterizedTest
    @CsvSource({"rle8-cut.bmp,Premature end of file", "jpeg-cut10.jpg,the end-of-image marker is missing"})
    void aFileWhoseEndIsMissingIsRefusedAsDamaged(String name, String message) {
        assertThatExceptionOfType(ImageRejectedException.class)
                .isThrownBy(() -> decoder.decode(file(name)))
                .withMessageContaining(message)
                .returns(Reason.DAMAGED, ImageRejectedException::reason);
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = UnreadFormatTest.class.getResourceAsStream("/lenet/image/cases/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
