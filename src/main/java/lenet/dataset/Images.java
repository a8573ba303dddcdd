package lenet.dataset;

import java.util.Arrays;
import java.util.Objects;

/**
 * Square gray pictures as an engine takes them: unsigned bytes, row-major, one picture after another, each
 * {@code side × side}. An engine pads them with zeros, centred, to its architecture's input and scales them itself,
 * straight into its own layout.
 *
 * <p>The array is shared, not copied: a data set of 55,000 images is handed over once. Nobody may write to it.
 */
@SuppressWarnings("ArrayRecordComponent") // Shared on purpose, see above; never compared.
public record Images(int count, int side, byte[] pixels) {

    public Images {
        if (pixels.length != count * side * side) {
            throw new IllegalArgumentException("%,d images of %d×%d have %,d pixels, found %,d"
                    .formatted(count, side, side, count * side * side, pixels.length));
        }
    }

    /** One picture of {@code side × side} pixels. */
    public static Images single(int side, byte[] pixels) {
        return new Images(1, side, pixels);
    }

    /** Offset of the first pixel of picture {@code index}. */
    public int offset(int index) {
        return Objects.checkIndex(index, count) * side * side;
    }

    /** A copy of picture {@code index}, {@code side × side} bytes. */
    public byte[] copy(int index) {
        int offset = offset(index);
        return Arrays.copyOfRange(pixels, offset, offset + side * side);
    }

    @Override
    public String toString() {
        return "Images[%,d of %d×%d]".formatted(count, side, side);
    }
}
