package lenet.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * The maps of a stage as planes one behind the other, the first at the back and upper left; units as one column.
 *
 * @param scale pixels a value
 */
record PlaneStack(NetworkStage stage, double centre, double middle, double scale) {

    private static final double TALLEST = 104;
    private static final double COLUMN_WIDTH = 13;
    private static final double COLUMN_HEIGHT = 15;
    private static final int MOST_CELLS = 24;
    private static final int DEEPEST = 56;
    private static final int FURTHEST = 9;

    /** Pixels a value, so that the largest map stays in its bounds. */
    static double scale(List<NetworkStage> stages) {
        return TALLEST
                / stages.stream()
                        .mapToInt(stage -> Math.max(stage.height(), stage.width()))
                        .max()
                        .orElse(1);
    }

    static double width(NetworkStage stage, double scale) {
        return new PlaneStack(stage, 0, 0, scale).width();
    }

    double left() {
        return centre - width() / 2;
    }

    double right() {
        return centre + width() / 2;
    }

    private double width() {
        return stage.isUnits() ? COLUMN_WIDTH : stage.width() * scale + depth();
    }

    private double height() {
        return stage.isUnits()
                ? Math.min(2 * TALLEST, COLUMN_HEIGHT * Math.sqrt(stage.maps()))
                : stage.height() * scale + depth();
    }

    /** How far the plane in front lies from that at the back, to the right and below. */
    private double depth() {
        return step() * (stage.maps() - 1);
    }

    private double step() {
        return Math.min(FURTHEST, (double) DEEPEST / stage.maps());
    }

    void paint(Graphics2D graphics) {
        Color text = graphics.getColor();
        if (stage.isUnits()) {
            paintPlane(column(), graphics);
            int cells = Math.min(stage.maps(), MOST_CELLS);
            for (int cell = 1; cell < cells; cell++) {
                double y = column().getMinY() + cell * height() / cells;
                graphics.draw(new Line2D.Double(left(), y, right(), y));
            }
        } else {
            for (int map = 0; map < stage.maps(); map++) {
                paintPlane(plane(map), graphics);
            }
        }
        graphics.setColor(text);
    }

    private static void paintPlane(Rectangle2D plane, Graphics2D graphics) {
        graphics.setColor(Palette.onWhite(Palette.BLUE, 0.14));
        graphics.fill(plane);
        graphics.setColor(Palette.BLUE);
        graphics.draw(plane);
    }

    /** What a value of {@code next} sees in the plane in front. */
    Rectangle2D seenBy(NetworkStage next) {
        Rectangle2D front = front();
        if (next.window() == 0) {
            return front;
        }
        double width = Math.min(front.getWidth(), next.window() * scale);
        double height = Math.min(front.getHeight(), next.window() * scale);
        return new Rectangle2D.Double(
                front.getMinX() + 0.5 * (front.getWidth() - width),
                front.getMinY() + 0.3 * (front.getHeight() - height),
                width,
                height);
    }

    /** One value of the plane in front; the whole column, where there are only units. */
    Rectangle2D value() {
        Rectangle2D front = front();
        return stage.isUnits()
                ? front
                : new Rectangle2D.Double(
                        front.getMinX() + 0.15 * (front.getWidth() - scale),
                        front.getMinY() + 0.3 * (front.getHeight() - scale),
                        scale,
                        scale);
    }

    private Rectangle2D front() {
        return stage.isUnits() ? column() : plane(stage.maps() - 1);
    }

    private Rectangle2D column() {
        return new Rectangle2D.Double(left(), middle - height() / 2, COLUMN_WIDTH, height());
    }

    private Rectangle2D plane(int map) {
        return new Rectangle2D.Double(
                left() + map * step(),
                middle - height() / 2 + map * step(),
                stage.width() * scale,
                stage.height() * scale);
    }
}
