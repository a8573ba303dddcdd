package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {

    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    void anOpaqueGreyPngKeepsEverySample() {
        byte[] ramp = new byte[256];
        for (int i = 0; i < 256; i++) {
            ramp[i] = (byte) i;
        }

        assertThat(decoder.decode(GrayImage.of(256, 1, ramp).toPng()).pixels()).isEqualTo(ramp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void everyAcceptedFormatShowsBlackOnWhite(String format) {
        GrayImage image = decoder.decode(blackRightHalf().file(format));

        assertThat(image.at(4, 8)).isGreaterThan(250);
        assertThat(image.at(12, 8)).isLessThan(5);
    }

    @ParameterizedTest
    @CsvSource({"255,0,0,76", "0,255,0,150", "0,0,255,29", "200,200,200,200"})
    void aColourBecomesItsLuminance(int red, int green, int blue, int luminance) {
        byte[] png = Drawing.encoded(
                Drawing.blank(2, 2, new Color(red, green, blue)).opaque(BufferedImage.TYPE_INT_RGB), "png");

        assertThat(decoder.decode(png).at(1, 1)).isEqualTo(luminance);
    }

    @Test
    void aSixteenBitGreyIsRoundedToEightBits() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 65535);
        image.getRaster().setSample(1, 0, 0, 257 * 100 + 100);

        assertThat(decoder.decode(Drawing.encoded(image, "png")).pixels()).containsExactly(255, 100);
    }

    @Test
    void aBlackAndWhitePngHasTheTwoExtremes() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xffffff);

        assertThat(decoder.decode(Drawing.encoded(image, "png")).pixels()).containsExactly(0, 255);
    }

    @Test
    void aTransparentPaletteColourLetsTheBackdropThrough() {
        byte[] levels = {0, 0};
        IndexColorModel palette = new IndexColorModel(1, 2, levels, levels, levels, 1);
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(1, 0, 0, 1);

        assertThat(decoder.decode(Drawing.encoded(image, "png")).pixels()).containsExactly(0, 255);
    }

    @Test
    void anInterlacedPngIsDecoded() throws IOException {
        byte[] png = written("png", new IIOImage(blackRightHalf().image(), null, null), true);

        assertThat(decoder.decode(png))
                .isEqualTo(decoder.decode(blackRightHalf().png()));
    }

    @Test
    void aProgressiveJpegIsDecoded() throws IOException {
        BufferedImage image = blackRightHalf().opaque(BufferedImage.TYPE_INT_RGB);

        assertThat(decoder.decode(written("jpeg", new IIOImage(image, null, null), true))
                        .at(12, 8))
                .isLessThan(5);
    }

    @Test
    void darkStrokesOnATransparentBackgroundAreSeenOnWhite() {
        GrayImage image = decoder.decode(strokeOnGlass(new Color(60, 0, 0)).png());

        assertThat(image.at(2, 2)).isEqualTo(255);
        assertThat(image.at(10, 10)).isLessThan(30);
    }

    @Test
    void lightStrokesOnATransparentBackgroundAreSeenOnBlack() {
        GrayImage image = decoder.decode(strokeOnGlass(new Color(250, 250, 200)).png());

        assertThat(image.at(2, 2)).isZero();
        assertThat(image.at(10, 10)).isGreaterThan(220);
    }

    @Test
    void paperWithTransparentCornersIsLaidOnItsOwnColour() {
        Drawing card = Drawing.blank(20, 20, new Color(0, 0, 0, 0)).paint(graphics -> {
            graphics.setColor(new Color(230, 230, 230));
            graphics.fillRoundRect(0, 0, 20, 20, 12, 12);
            graphics.setColor(Color.BLACK);
            graphics.fillRect(8, 4, 4, 12);
        });

        assertThat(decoder.decode(card.png()).at(0, 0)).isEqualTo(230);
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void theExifOrientationBringsTheMarkedCornerWhereItBelongs(int orientation, int right, int bottom) {
        GrayImage image = decoder.decode(withExifOrientation(markedTopLeft().file("jpeg"), orientation));

        boolean turned = orientation > 4;
        assertThat(image.width()).isEqualTo(turned ? 16 : 48);
        assertThat(image.height()).isEqualTo(turned ? 48 : 16);
        assertThat(image.at(right == 0 ? 3 : image.width() - 4, bottom == 0 ? 3 : image.height() - 4))
                .isLessThan(30);
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,1,0", "7,1,1", "8,0,1"})
    void theOrientationOfAPngIsAppliedToo(int orientation, int right, int bottom) {
        byte[] png = PngChunks.with(markedTopLeft().png(), "eXIf", exif(orientation));

        GrayImage image = decoder.decode(png);

        assertThat(image.at(right == 0 ? 3 : image.width() - 4, bottom == 0 ? 3 : image.height() - 4))
                .isLessThan(30);
    }

    @Test
    void aSecondExifSegmentThatStatesNoOrientationLeavesTheFirstOnes() {
        byte[] jpeg = withExifSegment(markedTopLeft().file("jpeg"), new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 0});

        GrayImage image = decoder.decode(withExifOrientation(jpeg, 3));

        assertThat(image.at(44, 12)).isLessThan(30);
    }

    @Test
    void aCmykJpegWithoutAdobeMarkerIsInkOnPaper() throws IOException {
        GrayImage image = decoder.decode(fourComponents(0, 0, 0, 0));

        assertThat(image.at(4, 4)).isGreaterThan(250);
    }

    @Test
    void anAdobeCmykJpegIsInverted() throws IOException {
        byte[] jpeg = withAdobeMarker(fourComponents(255, 255, 255, 255), 0);

        assertThat(decoder.decode(jpeg).at(4, 4)).isGreaterThan(250);
    }

    @Test
    void anAdobeYcckJpegTakesItsLuminanceFromInvertedY() throws IOException {
        byte[] jpeg = withAdobeMarker(fourComponents(55, 128, 128, 255), 2);

        assertThat(decoder.decode(jpeg).at(4, 4)).isBetween(197, 203);
    }

    private static Drawing blackRightHalf() {
        return Drawing.blank(16, 16, Color.WHITE).paint(graphics -> {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(8, 0, 8, 16);
        });
    }

    private static Drawing markedTopLeft() {
        return Drawing.blank(48, 16, Color.WHITE).paint(graphics -> {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(0, 0, 8, 8);
        });
    }

    private static Drawing strokeOnGlass(Color ink) {
        return Drawing.blank(20, 20, new Color(0, 0, 0, 0)).paint(graphics -> {
            graphics.setColor(ink);
            graphics.setStroke(new BasicStroke(4));
            graphics.drawLine(10, 3, 10, 17);
        });
    }

    private static byte[] fourComponents(int... samples) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 8, 8, 4, null);
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                raster.setPixel(x, y, samples);
            }
        }
        return written("jpeg", new IIOImage(raster, null, null), false);
    }

    private static byte[] written(String format, IIOImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static byte[] withExifOrientation(byte[] jpeg, int orientation) {
        return withExifSegment(jpeg, exif(orientation));
    }

    private static byte[] withExifSegment(byte[] jpeg, byte[] exif) {
        ByteBuffer segment = ByteBuffer.allocate(10 + exif.length);
        segment.putShort((short) 0xffe1).putShort((short) (8 + exif.length));
        segment.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif);
        return afterStart(jpeg, segment.array());
    }

    /** A TIFF structure with one entry. */
    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.put(new byte[] {'M', 'M', 0, 42}).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0);
        return tiff.putInt(0).array();
    }

    private static byte[] withAdobeMarker(byte[] jpeg, int transform) {
        return afterStart(jpeg, new byte[] {
            (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        });
    }

    private static byte[] afterStart(byte[] jpeg, byte[] segment) {
        return ByteBuffer.allocate(jpeg.length + segment.length)
                .put(jpeg, 0, 2)
                .put(segment)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
