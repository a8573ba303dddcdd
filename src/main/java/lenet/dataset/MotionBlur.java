package lenet.dataset;

import java.util.SplittableRandom;

/**
 * The picture moved while it was taken, in any direction.
 *
 * @param length of the way, in pixels
 */
record MotionBlur(int length) implements Distortion {

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        double angle = random.nextDouble() * Math.PI;
        double dx = StrictMath.cos(angle);
        double dy = StrictMath.sin(angle);
        return ink.redrawn((x, y) -> {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                double way = i - (length - 1) / 2.0;
                sum += ink.between(x + way * dx, y + way * dy);
            }
            return sum / length;
        });
    }
}
