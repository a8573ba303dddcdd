package lenet.image;

/** The grey laid under a transparent picture so that what was drawn on it can be seen. */
final class Backdrop {

    private static final int BLACK = 0;
    private static final int WHITE = 255;
    private static final double PAPER_SHARE = 0.5;
    private static final int DRAWN_CONTRAST = 64;

    private Backdrop() {}

    /** Replaces each luminance by what is seen of it over the backdrop. */
    static void layUnder(byte[] luminance, byte[] alpha) {
        int backdrop = behind(luminance, alpha);
        for (int i = 0; i < luminance.length; i++) {
            int opacity = alpha[i] & 0xff;
            luminance[i] = (byte) (((luminance[i] & 0xff) * opacity + backdrop * (255 - opacity) + 127) / 255);
        }
    }

    private static int behind(byte[] luminance, byte[] alpha) {
        long[] weights = new long[256];
        long weight = 0;
        for (int i = 0; i < luminance.length; i++) {
            weights[luminance[i] & 0xff] += alpha[i] & 0xff;
            weight += alpha[i] & 0xff;
        }
        int median = quantile(weights, weight, 0.5);
        boolean paperIsVisible = weight > PAPER_SHARE * 255 * luminance.length
                && quantile(weights, weight, 0.995) - quantile(weights, weight, 0.005) >= DRAWN_CONTRAST;
        if (paperIsVisible) {
            return median;
        }
        return median < 128 ? WHITE : BLACK;
    }

    private static int quantile(long[] weights, long total, double share) {
        long below = 0;
        for (int value = 0; value < weights.length; value++) {
            below += weights[value];
            if (below > share * total) {
                return value;
            }
        }
        return weights.length - 1;
    }
}
