package lenet.dataset;

/** The darkest and the brightest pixel of some pictures, 0 to 255. */
record Gray(int least, int most) {

    static Gray of(Images images) {
        int least = 255;
        int most = 0;
        for (byte pixel : images.pixels()) {
            least = Math.min(least, Byte.toUnsignedInt(pixel));
            most = Math.max(most, Byte.toUnsignedInt(pixel));
        }
        return new Gray(least, most);
    }

    /**
     * Refuses what no digit can be seen in, which would end as a loss that is not a number.
     *
     * @param file name of the file in which these are the pictures {@code from} (inclusive) to {@code to} (exclusive)
     */
    void check(String file, int from, int to) {
        if (least == most) {
            throw new DatasetException(
                    "%s: expected pictures of digits, found that every pixel of the pictures %,d to %,d is %d",
                    file, from, to - 1, least);
        }
        if (most == 1) {
            throw new DatasetException(
                    "%s: expected pixels from 0, the background, to 255, full ink, found 0 and 1 only in the pictures"
                            + " %,d to %,d; multiply them by 255",
                    file, from, to - 1);
        }
    }
}
