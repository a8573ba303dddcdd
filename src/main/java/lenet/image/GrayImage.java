package lenet.image;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * An immutable grey picture: {@code width × height} unsigned bytes, row by row from the top left. In a digit picture
 * 0 is background and 255 is full ink, as in MNIST; in a decoded picture 0 is black and 255 is white.
 */
public final class GrayImage {

    private final int width;
    private final int height;
    private final byte[] pixels;

    private GrayImage(int width, int height, byte[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * A picture with a copy of these pixels.
     *
     * @throws IllegalArgumentException if a side is below 1 or there are not exactly {@code width × height} pixels
     */
    public static GrayImage of(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1 || (long) width * height != pixels.length) {
            throw new IllegalArgumentException(
                    "a picture of " + width + "×" + height + " cannot have " + pixels.length + " pixels");
        }
        return new GrayImage(width, height, pixels.clone());
    }

    /** Width in pixels, at least 1. */
    public int width() {
        return width;
    }

    /** Height in pixels, at least 1. */
    public int height() {
        return height;
    }

    /** The grey value in 0 … 255 of one pixel. */
    public int at(int x, int y) {
        if (x < 0 || x >= width) {
            throw new IndexOutOfBoundsException("x = " + x + " in a picture " + width + " wide");
        }
        return pixels[y * width + x] & 0xff;
    }

    /** A copy of the pixels, row by row, unsigned. */
    public byte[] pixels() {
        return pixels.clone();
    }

    /** The picture as a lossless 8-bit grey PNG: decoding it gives the same pixels. */
    public byte[] toPng() {
        return Png.encode(toBufferedImage());
    }

    BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /** Adds the pixels of one row to the sums of the blocks, {@code blockWidth} wide, that they lie in. */
    void addToBlocks(int y, int blockWidth, int[] sums) {
        int at = y * width;
        for (int left = 0, block = 0; left < width; left += blockWidth, block++) {
            int right = Math.min(width, left + blockWidth);
            int sum = 0;
            for (int x = left; x < right; x++) {
                sum += pixels[at + x] & 0xff;
            }
            sums[block] += sum;
        }
    }

    GrayImage crop(Box box) {
        byte[] cropped = new byte[box.width() * box.height()];
        for (int row = 0; row < box.height(); row++) {
            System.arraycopy(pixels, (box.top() + row) * width + box.left(), cropped, row * box.width(), box.width());
        }
        return new GrayImage(box.width(), box.height(), cropped);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GrayImage image
                && width == image.width
                && height == image.height
                && Arrays.equals(pixels, image.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "GrayImage[" + width + "×" + height + "]";
    }
}
