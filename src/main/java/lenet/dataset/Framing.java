package lenet.dataset;

import java.util.Arrays;

/**
 * Brings pictures to MNIST's 28×28: smaller ones are centred on zeros, the odd row or column of zeros going below or
 * to the right.
 */
record Framing(int rows, int columns) {

    static final int SIDE = 28;

    private static final int PIXELS = SIDE * SIDE;
    private static final int MAX_COUNT = IdxHeader.MAX_DATA_BYTES / PIXELS;

    /** The framing of a file's pictures; refuses pictures that are too large, or too many for one array. */
    static Framing of(IdxFile images) {
        if (images.rows() > SIDE || images.columns() > SIDE) {
            throw new DatasetException(
                    "%s: expected pictures of at most %d×%d, found %d×%d",
                    images.name(), SIDE, SIDE, images.rows(), images.columns());
        }
        if (images.count() > MAX_COUNT) {
            throw new DatasetException(
                    "%s: expected at most %,d pictures, found %,d", images.name(), MAX_COUNT, images.count());
        }
        return new Framing(images.rows(), images.columns());
    }

    /** Pictures {@code from} (inclusive) to {@code to} (exclusive), framed. */
    Images frame(byte[] pixels, int from, int to) {
        if (rows == SIDE && columns == SIDE) {
            return new Images(to - from, SIDE, Arrays.copyOfRange(pixels, from * PIXELS, to * PIXELS));
        }
        byte[] framed = new byte[(to - from) * PIXELS];
        int corner = (SIDE - rows) / 2 * SIDE + (SIDE - columns) / 2;
        for (int image = from; image < to; image++) {
            for (int row = 0; row < rows; row++) {
                int target = (image - from) * PIXELS + corner + row * SIDE;
                System.arraycopy(pixels, (image * rows + row) * columns, framed, target, columns);
            }
        }
        return new Images(to - from, SIDE, framed);
    }
}
