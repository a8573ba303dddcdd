package lenet.dataset;

/**
 * The part of a picture that has any ink: around it there is nothing to interpolate.
 *
 * @param left first column with ink
 * @param top first row with ink
 * @param right last column with ink; before the first where there is none
 * @param bottom last row with ink; before the first where there is none
 */
record InkBox(int left, int top, int right, int bottom) {

    private static final InkBox BLANK = new InkBox(0, 0, -1, -1);

    /** Of the picture that begins at {@code pixels[from]}. */
    static InkBox of(byte[] pixels, int from, int side) {
        int left = side;
        int top = side;
        int right = -1;
        int bottom = -1;
        for (int row = 0; row < side; row++) {
            int start = from + row * side;
            int first = 0;
            while (first < side && pixels[start + first] == 0) {
                first++;
            }
            if (first < side) {
                int last = side - 1;
                while (pixels[start + last] == 0) {
                    last--;
                }
                left = Math.min(left, first);
                right = Math.max(right, last);
                top = Math.min(top, row);
                bottom = row;
            }
        }
        return right < 0 ? BLANK : new InkBox(left, top, right, bottom);
    }

    /** Whether any of the four neighbours, the first of which is given, lies within. */
    boolean touches(int column, int row) {
        return Integer.compareUnsigned(column - left + 1, right - left + 2) < 0
                && Integer.compareUnsigned(row - top + 1, bottom - top + 2) < 0;
    }
}
