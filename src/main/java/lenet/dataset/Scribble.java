package lenet.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lenet.dataset.Ink.Dot;

/**
 * A line from edge to edge, in any direction, near the middle.
 *
 * @param spacing of the dots that it is made of, in pixels
 * @param radius of a dot, in pixels
 * @param swing how far it zigzags to either side, in pixels
 */
record Scribble(double spacing, double radius, double swing) implements Distortion {

    private static final double OFF_THE_MIDDLE = 4;

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        double angle = random.nextDouble() * Math.PI;
        double dx = StrictMath.cos(angle);
        double dy = StrictMath.sin(angle);
        double aside = OFF_THE_MIDDLE * (2 * random.nextDouble() - 1);
        double middle = (ink.side() - 1) / 2.0;
        List<Dot> dots = new ArrayList<>();
        for (double way = -ink.side(); way <= ink.side(); way += spacing) {
            double across = aside + swing * zigzag(way);
            dots.add(new Dot(middle + way * dx - across * dy, middle + way * dy + across * dx, radius));
        }
        return ink.spotted(dots);
    }

    /** Up and down between −1 and 1, at the slope of the swing's own sides: 45°. */
    private double zigzag(double way) {
        if (swing == 0) {
            return 0;
        }
        double phase = way / (4 * swing);
        return 4 * Math.abs(phase - Math.floor(phase + 0.5)) - 1;
    }
}
