package lenet.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A canvas that digits are pasted on the way users send them. */
final class Drawing {

    private final BufferedImage canvas;

    private Drawing(BufferedImage canvas) {
        this.canvas = canvas;
    }

    static Drawing blank(int width, int height, Color paper) {
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Drawing drawing = new Drawing(canvas);
        drawing.paint(graphics -> {
            graphics.setColor(paper);
            graphics.fillRect(0, 0, width, height);
        });
        return drawing;
    }

    Drawing paint(Consumer<Graphics2D> painting) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        painting.accept(graphics);
        graphics.dispose();
        return this;
    }

    /** Paints the ink of an MNIST digit in one colour, its opacity being the ink. */
    Drawing digit(GrayImage digit, Color ink, int left, int top, int side) {
        BufferedImage stamp = new BufferedImage(digit.width(), digit.height(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < digit.height(); y++) {
            for (int x = 0; x < digit.width(); x++) {
                stamp.setRGB(x, y, (digit.at(x, y) << 24) | (ink.getRGB() & 0xffffff));
            }
        }
        return paint(graphics -> graphics.drawImage(stamp, left, top, side, side, null));
    }

    Drawing noise(double deviation, long seed) {
        Random random = new Random(seed);
        return eachPixel((x, y, value) -> value + deviation * random.nextGaussian());
    }

    Drawing saltAndPepper(double share, long seed) {
        Random random = new Random(seed);
        return eachPixel((x, y, value) -> random.nextDouble() >= share ? value : random.nextBoolean() ? 255 : 0);
    }

    /** Light that falls from full on the left edge to a share of it on the right. */
    Drawing shade(double darkest) {
        return eachPixel((x, y, value) -> value * (1 - (1 - darkest) * x / canvas.getWidth()));
    }

    private Drawing eachPixel(Change change) {
        for (int y = 0; y < canvas.getHeight(); y++) {
            for (int x = 0; x < canvas.getWidth(); x++) {
                int argb = canvas.getRGB(x, y);
                int changed = argb & 0xff000000;
                for (int shift = 0; shift <= 16; shift += 8) {
                    long value = Math.round(change.of(x, y, argb >> shift & 0xff));
                    changed |= (int) Math.max(0, Math.min(255, value)) << shift;
                }
                canvas.setRGB(x, y, changed);
            }
        }
        return this;
    }

    BufferedImage image() {
        return canvas;
    }

    BufferedImage opaque(int type) {
        BufferedImage copy = new BufferedImage(canvas.getWidth(), canvas.getHeight(), type);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(canvas, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    byte[] png() {
        return Png.encode(canvas);
    }

    byte[] file(String format) {
        return encoded(opaque(BufferedImage.TYPE_INT_RGB), format);
    }

    static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Change {
        double of(int x, int y, int value);
    }
}
