package lenet.image;

import java.awt.Color;

/** Colours that colour-blind readers can tell apart (Okabe and Ito), and the greys around them. */
final class Palette {

    static final Color BLUE = new Color(0x0072B2);
    static final Color VERMILION = new Color(0xD55E00);
    static final Color TEXT = new Color(0x333333);
    static final Color GRID = new Color(0xD9D9D9);

    private Palette() {}

    /** A share of {@code colour}, 0 to 1, laid on white. */
    static Color onWhite(Color colour, double share) {
        return new Color(
                (int) Math.round(255 + share * (colour.getRed() - 255)),
                (int) Math.round(255 + share * (colour.getGreen() - 255)),
                (int) Math.round(255 + share * (colour.getBlue() - 255)));
    }
}
