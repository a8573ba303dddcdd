package lenet.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/** Something drawn on a white page of a fixed size in pixels, as PNG or SVG. */
record Figure(int width, int height, Consumer<Graphics2D> painting) {

    byte[] toPng() {
        return Pen.draw(this::png);
    }

    String toSvg() {
        return Pen.draw(() -> Svg.encode(width, height, this::paintOn));
    }

    private byte[] png() {
        BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paintOn(graphics);
        graphics.dispose();
        return Png.encode(page);
    }

    private void paintOn(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        painting.accept(graphics);
    }
}
