package lenet.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A BMP whose header has been checked and freed of every length that a reader would trust blindly. */
final class BmpFile {

    private static final int FILE_SIZE = 2;
    private static final int PIXEL_OFFSET = 10;
    private static final int HEADER_SIZE = 14;
    private static final int COMPRESSION = 30;
    private static final int PIXELS_SIZE = 34;
    private static final int PALETTE_COLOURS = 46;
    private static final int COLOUR_SPACE = 70;
    private static final int OLD_HEADER_LENGTH = 12;
    private static final int V3_HEADER_LENGTH = 40;
    private static final int V4_HEADER_LENGTH = 108;
    private static final int SRGB = 0x73524742;
    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpFile() {}

    static PictureFile open(byte[] original) throws IOException {
        byte[] bytes = original.clone();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = file.getInt(HEADER_SIZE);
        int offset = file.getInt(PIXEL_OFFSET);
        if (headerLength < OLD_HEADER_LENGTH
                || headerLength > bytes.length
                || offset < HEADER_SIZE + headerLength
                || offset > bytes.length) {
            throw new IOException("its header points outside the file");
        }
        file.putInt(FILE_SIZE, bytes.length);
        if (headerLength == OLD_HEADER_LENGTH) {
            int width = file.getShort(18) & 0xffff;
            int height = file.getShort(20) & 0xffff;
            return complete(width, height, rowBytes(width, file.getShort(24)), offset, bytes);
        }
        if (headerLength < V3_HEADER_LENGTH) {
            throw new IOException("its header has an unknown length");
        }
        int width = file.getInt(18);
        // a negative height means that the rows run from the top down
        int height = Math.abs(file.getInt(22));
        int compression = file.getInt(COMPRESSION);
        if (compression < UNCOMPRESSED || compression > BIT_FIELDS) {
            throw new IOException("its compression is not supported");
        }
        int colours = file.getInt(PALETTE_COLOURS);
        if (colours < 0 || colours > (offset - HEADER_SIZE - headerLength) / 4) {
            throw new IOException("its palette is longer than the file has room for");
        }
        file.putInt(PIXELS_SIZE, bytes.length - offset);
        if (headerLength >= V4_HEADER_LENGTH) {
            file.putInt(COLOUR_SPACE, SRGB);
        }
        boolean runLengths = compression != UNCOMPRESSED && compression != BIT_FIELDS;
        return complete(width, height, runLengths ? 0 : rowBytes(width, file.getShort(28)), offset, bytes);
    }

    private static long rowBytes(int width, int bitsPerPixel) {
        return ((long) width * bitsPerPixel + 31) / 32 * 4;
    }

    private static PictureFile complete(int width, int height, long rowBytes, int offset, byte[] bytes) {
        return new PictureFile(width, height, bytes, Orientation.UPRIGHT, reader -> {
            // ImageIO would leave missing rows black without a word
            if (rowBytes * height > bytes.length - offset) {
                throw new IOException("it is cut off: pixels are missing");
            }
            return Luminance.of(reader.read(0));
        });
    }
}
