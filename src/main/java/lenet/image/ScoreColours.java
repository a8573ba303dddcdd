package lenet.image;

import java.awt.Color;

/** From pale to dark blue: the order is kept for colour-blind readers and in grey print. */
final class ScoreColours {

    private static final Color WORST = new Color(0xC3D4E0);
    private static final Color MIDDLE = new Color(0x4C9AC8);
    private static final Color BEST = new Color(0x06324F);

    private ScoreColours() {}

    /** The colour of a goodness in 0 … 1. */
    static Color at(double goodness) {
        double clamped = Math.min(1, Math.max(0, goodness));
        return clamped < 0.5 ? between(WORST, MIDDLE, 2 * clamped) : between(MIDDLE, BEST, 2 * clamped - 1);
    }

    private static Color between(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }
}
