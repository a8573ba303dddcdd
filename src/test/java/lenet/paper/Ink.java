package lenet.paper;

import java.awt.Color;

/** The figures' colours, which colour-blind readers can tell apart (Okabe and Ito). */
enum Ink {
    /** What the service measured on pictures it has not trained on. */
    VERMILION(0xD55E00),
    /** What it measured while it trained. */
    BLUE(0x0072B2),
    /** What it measured after training with distortions. */
    GREEN(0x009E73),
    /** What the paper reports. */
    PAPER(0x8C8C8C),
    /** Letters. */
    TEXT(0x333333),
    /** Lines that help the eye. */
    GRID(0xD9D9D9);

    private final int rgb;

    Ink(int rgb) {
        this.rgb = rgb;
    }

    Color colour() {
        return new Color(rgb);
    }
}
