package lenet.image;

/**
 * The form of MNIST's pictures: 28×28, zero background, ink 19 or 20 pixels long in its longer direction, and its
 * centre of mass within half a pixel of (14, 14). All 70,000 pictures of MNIST have it.
 */
final class MnistForm {

    static final int SIDE = 28;
    static final int INK_SIDE = 20;
    static final int CENTRE = 14;

    private static final int SHORTEST_INK_SIDE = 19;
    private static final double CENTRE_TOLERANCE = 0.53;
    private static final int FULL_INK = 192;

    private MnistForm() {}

    static boolean isMetBy(GrayImage picture) {
        if (picture.width() != SIDE || picture.height() != SIDE) {
            return false;
        }
        int left = SIDE;
        int right = -1;
        int top = SIDE;
        int bottom = -1;
        int peak = 0;
        double mass = 0;
        double momentX = 0;
        double momentY = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int ink = picture.at(x, y);
                if (ink > 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                    peak = Math.max(peak, ink);
                    mass += ink;
                    momentX += (double) ink * x;
                    momentY += (double) ink * y;
                }
            }
        }
        int inkSide = Math.max(right - left, bottom - top) + 1;
        return peak >= FULL_INK
                && inkSide >= SHORTEST_INK_SIDE
                && inkSide <= INK_SIDE
                && isCentred(momentX / mass)
                && isCentred(momentY / mass);
    }

    private static boolean isCentred(double coordinate) {
        return Math.abs(coordinate - CENTRE) <= CENTRE_TOLERANCE;
    }
}
