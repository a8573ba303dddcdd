package lenet.dataset;

/** A blank pixel on each side of a picture, so that every pixel has all its neighbours. */
final class Border {

    private Border() {}

    /** A copy of the picture that begins at {@code pixels[from]}, {@code (side + 2) × (side + 2)}. */
    static byte[] around(byte[] pixels, int from, int side) {
        byte[] bordered = new byte[(side + 2) * (side + 2)];
        for (int row = 0; row < side; row++) {
            System.arraycopy(pixels, from + row * side, bordered, (row + 1) * (side + 2) + 1, side);
        }
        return bordered;
    }
}
