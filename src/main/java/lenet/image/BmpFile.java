package lenet.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A BMP, of Windows or OS/2, whose header points into the file and announces what is read. */
final class BmpFile {

    private static final int PIXEL_OFFSET = 10;
    private static final int HEADER_SIZE = 14;
    private static final int WIDTH = 18;
    private static final int COMPRESSION = 30;
    private static final int OLDEST_HEADER_LENGTH = 12;
    private static final int OS2_HEADER_LENGTH = 64;
    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpFile() {}

    static PictureFile open(byte[] bytes) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = file.getInt(HEADER_SIZE);
        int offset = file.getInt(PIXEL_OFFSET);
        if (headerLength < OLDEST_HEADER_LENGTH || offset < HEADER_SIZE + headerLength || offset > bytes.length) {
            throw new IOException("its header points outside the file");
        }
        if (headerLength == OLDEST_HEADER_LENGTH) {
            return complete(file.getShort(WIDTH) & 0xffff, file.getShort(WIDTH + 2) & 0xffff, bytes);
        }
        int width = file.getInt(WIDTH);
        int height = file.getInt(WIDTH + 4);
        int compression = file.getInt(COMPRESSION);
        // OS/2 has other codes above those of run lengths
        int last = headerLength == OS2_HEADER_LENGTH ? BIT_FIELDS - 1 : BIT_FIELDS;
        if (compression < UNCOMPRESSED || compression > last) {
            throw new IOException("its compression is not supported");
        }
        boolean runLengths = compression != UNCOMPRESSED && compression != BIT_FIELDS;
        // a negative height means that the rows run from the top down
        if (runLengths && height < 0) {
            throw new IOException("its rows run from the top down, which rows of run lengths may not");
        }
        return complete(width, Math.abs(height), bytes);
    }

    private static PictureFile complete(int width, int height, byte[] bytes) {
        return new PictureFile(
                width, height, bytes, Orientation.UPRIGHT, reader -> Luminance.of(shown(reader.read(0))));
    }

    /** Programs that know nothing of opacity leave zeros in its place; browsers show their pictures, too. */
    private static BufferedImage shown(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getAlphaRaster() == null
                || Arrays.stream(image.getAlphaRaster().getSamples(0, 0, width, height, 0, (int[]) null))
                        .anyMatch(opacity -> opacity != 0)) {
            return image;
        }
        BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        opaque.setRGB(0, 0, width, height, image.getRGB(0, 0, width, height, null, 0, width), 0, width);
        return opaque;
    }
}
