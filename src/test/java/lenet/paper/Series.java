package lenet.paper;

import java.util.List;

/**
 * Points of a {@link LinePlot}, joined by a line where there are several.
 *
 * @param isHollow whether the markers are outlines
 */
record Series(String name, Ink ink, boolean isHollow, List<Point> points) {

    /** A point; {@code y} in percent. */
    record Point(double x, double y) {}

    Series {
        points = List.copyOf(points);
    }
}
