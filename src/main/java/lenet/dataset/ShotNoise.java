package lenet.dataset;

import java.util.SplittableRandom;

/**
 * A picture taken in so little light that its photons can be counted.
 *
 * @param photons how many make full ink, on average
 */
record ShotNoise(double photons) implements Distortion {

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        return ink.redrawn((x, y) -> poisson(photons * ink.at(x, y), random) / photons);
    }

    /** Counts how many uniform numbers it takes until their product falls below e^−mean (Knuth). */
    private static double poisson(double mean, SplittableRandom random) {
        double limit = StrictMath.exp(-mean);
        int count = -1;
        double product = 1;
        do {
            count++;
            product *= random.nextDouble();
        } while (product > limit);
        return count;
    }
}
