package lenet.dataset;

import java.util.List;

/** One picture as a {@link Distortion} works on it: the ink of every pixel, 0 for none and 1 for full. */
final class Ink {

    private final int side;
    private final double[] values;

    private Ink(int side, double[] values) {
        this.side = side;
        this.values = values;
    }

    /** The ink that a pixel is given. */
    interface Brush {
        double at(int x, int y);
    }

    /** A round spot of full ink, in pixels. */
    record Dot(double x, double y, double radius) {}

    static Ink of(Images images, int index) {
        int offset = images.offset(index);
        return new Ink(images.side(), new double[0])
                .redrawn((x, y) -> Byte.toUnsignedInt(images.pixels()[offset + y * images.side() + x]) / 255.0);
    }

    int side() {
        return side;
    }

    /** The ink of one pixel; none outside. */
    double at(int x, int y) {
        return x < 0 || y < 0 || x >= side || y >= side ? 0 : values[y * side + x];
    }

    /** The ink at a point between the middles of pixels, bilinear. */
    double between(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double upper = mixed(at(left, top), at(left + 1, top), x - left);
        double lower = mixed(at(left, top + 1), at(left + 1, top + 1), x - left);
        return mixed(upper, lower, y - top);
    }

    /** Another picture of that size; the brush is asked row by row from the top left. */
    Ink redrawn(Brush brush) {
        double[] drawn = new double[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                drawn[y * side + x] = brush.at(x, y);
            }
        }
        return new Ink(side, drawn);
    }

    /** This picture with spots on it. */
    Ink spotted(List<Dot> dots) {
        double[] drawn = values.clone();
        for (Dot dot : dots) {
            int reach = (int) Math.ceil(dot.radius() + 0.5);
            int column = (int) Math.round(dot.x());
            int row = (int) Math.round(dot.y());
            for (int y = Math.max(0, row - reach); y <= Math.min(side - 1, row + reach); y++) {
                for (int x = Math.max(0, column - reach); x <= Math.min(side - 1, column + reach); x++) {
                    double distance = Math.sqrt((x - dot.x()) * (x - dot.x()) + (y - dot.y()) * (y - dot.y()));
                    drawn[y * side + x] = Math.max(drawn[y * side + x], Math.min(1, dot.radius() + 0.5 - distance));
                }
            }
        }
        return new Ink(side, drawn);
    }

    /** Writes the pixels, what is below none or above full ink cut off. */
    void writeTo(byte[] pixels, int offset) {
        for (int i = 0; i < values.length; i++) {
            pixels[offset + i] = (byte) Math.round(255 * Math.max(0, Math.min(1, values[i])));
        }
    }

    private static double mixed(double from, double to, double share) {
        return from + share * (to - from);
    }
}
