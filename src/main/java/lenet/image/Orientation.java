package lenet.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How a stored picture has to be turned to stand upright.
 *
 * @param transposed whether stored rows are upright columns
 * @param fromRight whether stored columns are read from the last to the first
 * @param fromBottom whether stored rows are read from the last to the first
 */
record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {

    private static final int FIRST_DIRECTORY = 4;
    private static final int ENTRY_LENGTH = 12;
    private static final short ORIENTATION = 0x0112;
    private static final short UNSIGNED_SHORT = 3;

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /**
     * The orientation that an EXIF block, a TIFF structure, states in its first directory (EXIF 2.32, section 4.6). Nothing else
     * of the block is looked at: libraries for EXIF read the XML in it, too.
     */
    static Optional<Orientation> statedIn(byte[] tiff) {
        try {
            ByteBuffer in =
                    ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = in.getInt(FIRST_DIRECTORY);
            int entries = in.getShort(directory) & 0xffff;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + i * ENTRY_LENGTH;
                if (in.getShort(entry) == ORIENTATION && in.getShort(entry + 2) == UNSIGNED_SHORT) {
                    return Optional.of(ofExifValue(in.getShort(entry + 8)));
                }
            }
            return Optional.empty();
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    static Orientation ofExifValue(int value) {
        return switch (value) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, false, true);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, true, false);
            default -> UPRIGHT;
        };
    }

    GrayImage upright(GrayImage stored) {
        if (equals(UPRIGHT)) {
            return stored;
        }
        int width = transposed ? stored.height() : stored.width();
        int height = transposed ? stored.width() : stored.height();
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = transposed ? y : x;
                int row = transposed ? x : y;
                pixels[y * width + x] = (byte) stored.at(
                        fromRight ? stored.width() - 1 - column : column, fromBottom ? stored.height() - 1 - row : row);
            }
        }
        return GrayImage.of(width, height, pixels);
    }
}
