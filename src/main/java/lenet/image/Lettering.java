package lenet.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Writes text whose vertical middle lies at a given height, in the colour that is set. */
record Lettering(Graphics2D graphics) {

    private static final Color HALO = new Color(255, 255, 255, 215);
    private static final int HALO_MARGIN = 2;

    void centred(String text, double x, double y, Font font) {
        draw(text, x - width(text, font) / 2.0, y, font);
    }

    void startingAt(double x, double y, String text, Font font) {
        draw(text, x, y, font);
    }

    /** Ends at {@code x}, on a patch of white that keeps it readable above lines. */
    void endingAtOnWhite(double x, double y, String text, Font font) {
        double left = x - width(text, font);
        Color colour = graphics.getColor();
        FontMetrics metrics = graphics.getFontMetrics(font);
        double height = metrics.getAscent();
        graphics.setColor(HALO);
        graphics.fill(new Rectangle2D.Double(
                left - HALO_MARGIN,
                y - height / 2 - HALO_MARGIN,
                width(text, font) + 2 * HALO_MARGIN,
                height + 2 * HALO_MARGIN));
        graphics.setColor(colour);
        draw(text, left, y, font);
    }

    /** Turned to be read from below, its middle at (x, y). */
    void upwards(String text, double x, double y, Font font) {
        AffineTransform upright = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        centred(text, x, y, font);
        graphics.setTransform(upright);
    }

    /** The text, or as much of its start as fits into {@code width} pixels. */
    String fitting(String text, double width, Font font) {
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", font) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return width(text, font) <= width ? text : text.substring(0, end) + "…";
    }

    int width(String text, Font font) {
        return graphics.getFontMetrics(font).stringWidth(text);
    }

    private void draw(String text, double left, double y, Font font) {
        graphics.setFont(font);
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(text, (float) left, (float) (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }
}
