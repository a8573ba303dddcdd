package lenet.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import lenet.image.ImageRejectedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BmpFileTest {

    private static final int WINDOWS = 40;
    private static final int OS2_1 = 12;
    private static final int OS2_2 = 64;
    private static final int UNCOMPRESSED = 0;
    private static final int RUN_LENGTHS = 1;
    private static final int BIT_FIELDS = 3;

    /** Three rows of four, of greys 30, 20 and 10, and the end. */
    private static final byte[] RUNS = {4, 10, 0, 0, 4, 20, 0, 0, 4, 30, 0, 1};

    private final ImageDecoder decoder = new ImageDecoder();

    @Test
    void runLengthsAreRead() {
        byte[] bmp = bmp(WINDOWS, 4, 3, 8, RUN_LENGTHS, RUNS);

        assertThat(decoder.decode(bmp).pixels()).containsExactly(30, 30, 30, 30, 20, 20, 20, 20, 10, 10, 10, 10);
    }

    @ParameterizedTest
    @MethodSource
    void isRefusedAsDamaged(byte[] bmp) {
        assertThatExceptionOfType(ImageRejectedException.class)
                .isThrownBy(() -> decoder.decode(bmp))
                .returns(Reason.DAMAGED, ImageRejectedException::reason);
    }

    static Stream<Arguments> isRefusedAsDamaged() {
        byte[] early = {4, 10, 0, 0, 0, 1};
        return Stream.of(
                argumentSet("run lengths that are cut off", bmp(WINDOWS, 4, 3, 8, RUN_LENGTHS, Arrays.copyOf(RUNS, 8))),
                argumentSet("run lengths that end early", bmp(WINDOWS, 4, 3, 8, RUN_LENGTHS, early)),
                argumentSet("run lengths from the top down", bmp(WINDOWS, 4, -3, 8, RUN_LENGTHS, RUNS)),
                argumentSet("OS/2's Huffman code", bmp(OS2_2, 4, 3, 8, BIT_FIELDS, new byte[12])));
    }

    @ParameterizedTest
    @ValueSource(ints = {OS2_1, OS2_2})
    void filesOfOs2AreRead(int header) {
        byte[] rows = {1, 2, 0, 0, 3, 4, 0, 0};

        assertThat(decoder.decode(bmp(header, 2, 2, 8, UNCOMPRESSED, rows)).pixels())
                .containsExactly(3, 4, 1, 2);
    }

    @Test
    void twoBitsAPixelAreRead() {
        byte[] row = {0b00_01_10_11, 0, 0, 0};

        assertThat(decoder.decode(bmp(WINDOWS, 4, 1, 2, UNCOMPRESSED, row)).pixels())
                .containsExactly(0, 1, 2, 3);
    }

    @Test
    void aPictureWhoseEveryPixelIsTransparentIsShownAsIfNoneWere() {
        ByteBuffer bmp = ByteBuffer.allocate(14 + 108 + 8).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put(new byte[] {'B', 'M'}).putInt(bmp.capacity()).putInt(0).putInt(14 + 108);
        bmp.putInt(108).putInt(2).putInt(1).putShort((short) 1).putShort((short) 32);
        bmp.putInt(BIT_FIELDS).putInt(8).putInt(0).putInt(0).putInt(0).putInt(0);
        bmp.putInt(0xff0000).putInt(0xff00).putInt(0xff).putInt(0xff000000);
        bmp.position(14 + 108);
        bmp.putInt(0x00c8c8c8).putInt(0x00646464);

        assertThat(decoder.decode(bmp.array()).pixels()).containsExactly(200, 100);
    }

    /** A file with a palette, where there is one, of greys in their order. */
    private static byte[] bmp(int header, int width, int height, int bits, int compression, byte[] pixels) {
        int colours = 1 << bits;
        int colourLength = header == OS2_1 ? 3 : 4;
        int offset = 14 + header + colours * colourLength;
        ByteBuffer bmp = ByteBuffer.allocate(offset + pixels.length).order(ByteOrder.LITTLE_ENDIAN);
        bmp.put(new byte[] {'B', 'M'}).putInt(bmp.capacity()).putInt(0).putInt(offset);
        bmp.putInt(header);
        if (header == OS2_1) {
            bmp.putShort((short) width).putShort((short) height).putShort((short) 1);
            bmp.putShort((short) bits);
        } else {
            bmp.putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
            bmp.putInt(compression).putInt(pixels.length).putInt(0).putInt(0).putInt(colours);
        }
        for (int colour = 0; colour < colours; colour++) {
            byte[] grey = new byte[colourLength];
            Arrays.fill(grey, 0, 3, (byte) colour);
            bmp.put(14 + header + colour * colourLength, grey);
        }
        return bmp.put(offset, pixels).array();
    }
}
