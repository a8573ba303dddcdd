package lenet.dataset;

import java.util.SplittableRandom;

/**
 * Seen through frosted glass: every pixel comes from somewhere near, and all is smoothed.
 *
 * @param reach how far away, in pixels
 */
record GlassBlur(int reach) implements Distortion {

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        Ink scattered = ink.redrawn(
                (x, y) -> ink.at(x + random.nextInt(-reach, reach + 1), y + random.nextInt(-reach, reach + 1)));
        return scattered.redrawn((x, y) -> smoothed(scattered, x, y));
    }

    /** Binomial weights 1, 2, 1 in both directions. */
    private static double smoothed(Ink ink, int x, int y) {
        double sum = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                sum += (2 - Math.abs(dx)) * (2 - Math.abs(dy)) * ink.at(x + dx, y + dy);
            }
        }
        return sum / 16;
    }
}
