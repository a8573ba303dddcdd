package lenet.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.util.Optional;

/**
 * How a stored picture has to be turned to stand upright.
 *
 * @param transposed whether stored rows are upright columns
 * @param fromRight whether stored columns are read from the last to the first
 * @param fromBottom whether stored rows are read from the last to the first
 */
record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /** The orientation that an EXIF block (a TIFF structure) states, if it does; upright if it makes no sense. */
    static Optional<Orientation> statedIn(byte[] tiff) {
        Metadata metadata = new Metadata();
        new ExifReader().extract(new ByteArrayReader(tiff), metadata);
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return Optional.ofNullable(directory)
                .map(ifd0 -> ifd0.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .map(Orientation::ofExifValue);
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
