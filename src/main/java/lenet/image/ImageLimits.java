package lenet.image;

/**
 * How large a picture may be: its file in bytes and its area in pixels, both inclusive.
 * A limit below 1 is an {@link IllegalArgumentException}.
 */
public record ImageLimits(int maxBytes, int maxPixels) {

    /** 1 MiB and four million pixels. */
    public static final ImageLimits DEFAULT = new ImageLimits(1 << 20, 4_000_000);

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1) {
            throw new IllegalArgumentException(
                    "limits must be at least 1, not " + maxBytes + " bytes and " + maxPixels + " pixels");
        }
    }
}
