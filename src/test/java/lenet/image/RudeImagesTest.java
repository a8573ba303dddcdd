package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import lenet.image.ImageRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RudeImagesTest {

    private static final int BMP_HEIGHT = 22;
    private static final int BMP_WIDTH = 18;
    private static final int GIF_FRAME_WIDTH_AFTER_MARKER = 5;

    private final ImageDecoder decoder = new ImageDecoder();

    @ParameterizedTest
    @MethodSource
    void isRejectedWithItsReason(byte[] bytes, Reason reason) {
        assertThatExceptionOfType(ImageRejectedException.class)
                .isThrownBy(() -> decoder.decode(bytes))
                .returns(reason, ImageRejectedException::reason);
    }

    static Stream<Arguments> isRejectedWithItsReason() {
        byte[] png = digit().png();
        byte[] bmp = digit().file("bmp");
        byte[] gif = digit().file("gif");
        byte[] jpeg = digit().file("jpeg");
        return Stream.of(
                argumentSet("nothing", new byte[0], Reason.EMPTY),
                argumentSet("a byte over a mebibyte", new byte[(1 << 20) + 1], Reason.TOO_MANY_BYTES),
                argumentSet("text", "seven".getBytes(StandardCharsets.UTF_8), Reason.NOT_AN_IMAGE),
                argumentSet("one byte", new byte[] {(byte) 0x89}, Reason.NOT_AN_IMAGE),
                argumentSet("a PNG's signature alone", Arrays.copyOf(png, 8), Reason.DAMAGED),
                argumentSet("a PNG of 60000×60000", pngOf(60_000, 60_000), Reason.TOO_MANY_PIXELS),
                argumentSet("a PNG of 0×5", pngOf(0, 5), Reason.DAMAGED),
                argumentSet("a PNG of −1×5", pngOf(-1, 5), Reason.DAMAGED),
                argumentSet("a PNG with a wrong checksum", flipped(png, 40), Reason.DAMAGED),
                argumentSet("a PNG with an endless chunk", withInt(png, 33, Integer.MAX_VALUE), Reason.DAMAGED),
                argumentSet("a JPEG of 60000×60000", jpegOf(60_000, 60_000), Reason.TOO_MANY_PIXELS),
                argumentSet("a JPEG of no height", jpegOf(0, 60_000), Reason.DAMAGED),
                argumentSet("a JPEG of two bytes and a marker", Arrays.copyOf(jpeg, 3), Reason.DAMAGED),
                argumentSet("a JPEG with thousands of scans", jpegWithManyScans(), Reason.DAMAGED),
                argumentSet(
                        "a GIF with a 65535×65535 frame", gifWithFrame(gif, 65_535, 65_535), Reason.TOO_MANY_PIXELS),
                argumentSet("a GIF with an empty frame", gifWithFrame(gif, 0, 3), Reason.DAMAGED),
                argumentSet("a BMP of −20 columns", withLittleInt(bmp, BMP_WIDTH, -20), Reason.DAMAGED),
                argumentSet(
                        "a BMP of −2147483648 rows", withLittleInt(bmp, BMP_HEIGHT, Integer.MIN_VALUE), Reason.DAMAGED),
                argumentSet(
                        "a BMP of 2147483647 rows",
                        withLittleInt(bmp, BMP_HEIGHT, Integer.MAX_VALUE),
                        Reason.TOO_MANY_PIXELS),
                argumentSet("a BMP with pixels missing", withLittleInt(bmp, BMP_HEIGHT, 200), Reason.DAMAGED),
                argumentSet("a BMP with pixels at 2³⁰", withLittleInt(bmp, 10, 1 << 30), Reason.DAMAGED),
                argumentSet("a BMP with a JPEG inside", withLittleInt(bmp, 30, 4), Reason.DAMAGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void aFileCutOffAnywhereIsRejected(String format) {
        byte[] whole = digit().file(format);

        // a GIF may lack its trailer
        for (int length = 0; length < whole.length - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(ImageRejectedException.class)
                    .as("%d of %d bytes", length, whole.length)
                    .isThrownBy(() -> decoder.decode(cut));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void noBrokenByteLetsAnotherExceptionOut(String format) {
        byte[] whole = digit().file(format);
        Random random = new Random(7);

        for (int round = 0; round < 1500; round++) {
            byte[] broken = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                broken[4 + random.nextInt(Math.min(broken.length, 400) - 4)] = (byte) random.nextInt();
            }
            decodeOrReject(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0089PNG\r\n\u001a\n", "\u00ff\u00d8\u00ff", "GIF89a", "BM", ""})
    void noRandomBytesAfterASignatureLetAnotherExceptionOut(String signature) {
        byte[] start = signature.getBytes(StandardCharsets.ISO_8859_1);
        Random random = new Random(11);

        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[start.length + random.nextInt(600) + 1];
            random.nextBytes(bytes);
            System.arraycopy(start, 0, bytes, 0, start.length);
            decodeOrReject(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt", "iCCP"})
    void aBombInATextOrProfileChunkIsNeverInflated(String type) {
        byte[] zeros = new byte[64 << 20];
        byte[] name = "a\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] bomb = join(Arrays.copyOf(name, type.equals("iTXt") ? 6 : 3), deflated(zeros));
        byte[] png = digit().png();
        byte[] armed = PngChunks.with(png, type, bomb);

        assertThat(decoder.decode(armed)).isEqualTo(decoder.decode(png));
    }

    @Test
    void aPngThatInflatesToMoreThanItsPixelsShowsItsPixelsOnly() {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(4)
                .putInt(4)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        byte[] signature = Arrays.copyOf(digit().png(), 8);
        byte[] png = join(
                signature,
                PngChunks.chunk("IHDR", header),
                PngChunks.chunk("IDAT", deflated(new byte[64 << 20])),
                PngChunks.chunk("IEND", new byte[0]));

        assertThat(decoder.decode(png)).isEqualTo(GrayImage.of(4, 4, new byte[16]));
    }

    @Test
    void aGifFrameOutsideItsScreenIsThePicture() {
        byte[] gif = digit().file("gif");
        gif[6] = 1;
        gif[8] = 1;

        assertThat(decoder.decode(gif)).isEqualTo(decoder.decode(digit().file("gif")));
    }

    @Test
    void aBmpWithItsRowsFromTheTopIsRead() {
        byte[] bmp = withLittleInt(digit().file("bmp"), BMP_HEIGHT, -20);

        GrayImage upsideDown = decoder.decode(bmp);

        assertThat(upsideDown.at(10, 4)).isEqualTo(decoder.decode(digit().png()).at(10, 15));
    }

    @Test
    void aPictureOfOnePixelIsDecoded() {
        assertThat(decoder.decode(Drawing.blank(1, 1, Color.WHITE).png()))
                .isEqualTo(GrayImage.of(1, 1, new byte[] {-1}));
    }

    @Test
    void aMessageSaysWhatWasFoundAndWhatIsAccepted() {
        assertThatExceptionOfType(ImageRejectedException.class)
                .isThrownBy(() -> decoder.decode(pngOf(3000, 2000)))
                .withMessage("the picture has 3000×2000 pixels; at most 4,000,000 in all are accepted");
    }

    private void decodeOrReject(byte[] bytes) {
        try {
            assertThat(decoder.decode(bytes).width()).isPositive();
        } catch (ImageRejectedException e) {
            assertThat(e).hasMessageContaining("accepted");
        }
    }

    private static Drawing digit() {
        return Drawing.blank(20, 20, Color.WHITE).paint(graphics -> {
            graphics.setColor(Color.BLACK);
            graphics.fillRect(9, 2, 3, 12);
        });
    }

    private static byte[] pngOf(int width, int height) {
        byte[] png = digit().png();
        byte[] header = ByteBuffer.wrap(Arrays.copyOfRange(png, 16, 29))
                .putInt(width)
                .putInt(height)
                .array();
        return join(Arrays.copyOf(png, 8), PngChunks.chunk("IHDR", header), Arrays.copyOfRange(png, 33, png.length));
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(data);
        deflater.finish();
        byte[] buffer = new byte[1 << 20];
        int length = deflater.deflate(buffer);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }

    private static byte[] jpegOf(int height, int width) {
        byte[] jpeg = digit().file("jpeg");
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return jpeg;
    }

    private static byte[] jpegWithManyScans() {
        byte[] jpeg = digit().file("jpeg");
        int scan = new String(jpeg, StandardCharsets.ISO_8859_1).lastIndexOf("\u00ff\u00da");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, scan);
        for (int i = 0; i < 5000; i++) {
            bytes.write(jpeg, scan, jpeg.length - 2 - scan);
        }
        bytes.write(jpeg, jpeg.length - 2, 2);
        return bytes.toByteArray();
    }

    private static byte[] gifWithFrame(byte[] gif, int width, int height) {
        byte[] changed = gif.clone();
        int frame = new String(gif, StandardCharsets.ISO_8859_1).indexOf(",\0\0\0\0\u0014\0\u0014\0");
        ByteBuffer.wrap(changed)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(frame + GIF_FRAME_WIDTH_AFTER_MARKER, (short) width)
                .putShort(frame + GIF_FRAME_WIDTH_AFTER_MARKER + 2, (short) height);
        return changed;
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    private static byte[] withInt(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(at, value);
        return changed;
    }

    private static byte[] withLittleInt(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
