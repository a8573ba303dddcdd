package lenet.dataset;

import java.util.SplittableRandom;

/**
 * Makes strokes thicker or thinner, as another pen would: every pixel goes a part of the way to the darkest or the lightest
 * of itself and its four neighbours. The whole way is a pixel on each side of a stroke. In integers, as {@link Augmenter}.
 *
 * @param most the largest part of the way, in [0, 1]
 */
record StrokeWidth(double most) {

    /** Fractional bits of the part. */
    private static final int FRACTION = 8;

    private static final int HALF = 1 << (FRACTION - 1);

    /** A part of the way, evenly from −{@code most} to {@code most}, in 256ths; thinner below 0. Nothing is drawn for 0. */
    int thickening(SplittableRandom random) {
        return most == 0 ? 0 : (int) StrictMath.rint((2 * random.nextDouble() - 1) * most * (1 << FRACTION));
    }

    /** Changes the picture that begins at {@code pixels[at]}. */
    void change(byte[] pixels, int at, int side, int thickening) {
        if (thickening == 0) {
            return;
        }
        byte[] before = Border.around(pixels, at, side);
        InkBox ink = InkBox.of(pixels, at, side);
        // Ink reaches one pixel further at most, and there is none to change elsewhere.
        int left = Math.max(0, ink.left() - 1);
        int right = Math.min(side - 1, ink.right() + 1);
        int bottom = Math.min(side - 1, ink.bottom() + 1);
        int part = Math.abs(thickening);
        // Thinner ink is a thicker background.
        int flip = thickening > 0 ? 0 : 255;
        for (int row = Math.max(0, ink.top() - 1); row <= bottom; row++) {
            int from = (row + 1) * (side + 2) + 1 + left;
            thicken(before, from, side + 2, pixels, at + row * side + left, right - left + 1, part, flip);
        }
    }

    private static void thicken(
            byte[] before, int from, int width, byte[] to, int at, int columns, int part, int flip) {
        for (int column = 0; column < columns; column++) {
            int i = from + column;
            int pixel = (before[i] & 255) ^ flip;
            int vertical = Math.max((before[i - width] & 255) ^ flip, (before[i + width] & 255) ^ flip);
            int horizontal = Math.max((before[i - 1] & 255) ^ flip, (before[i + 1] & 255) ^ flip);
            int most = Math.max(pixel, Math.max(vertical, horizontal));
            to[at + column] = (byte) ((pixel + (((most - pixel) * part + HALF) >> FRACTION)) ^ flip);
        }
    }
}
