package lenet.dataset;

import java.util.SplittableRandom;

/**
 * Uneven haze in front of the picture, with large and small clouds.
 *
 * @param density how much haze there is at most, full ink being 1
 */
record Fog(double density) implements Distortion {

    private static final int[] CELLS = {2, 4, 8};

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        Ink haze = ink.redrawn((x, y) -> 0);
        double share = 0;
        for (int cells : CELLS) {
            Ink before = haze;
            Ink corners = ink.redrawn((x, y) -> random.nextDouble());
            double weight = 1.0 / cells;
            double step = (double) cells / ink.side();
            haze = ink.redrawn((x, y) -> before.at(x, y) + weight * corners.between(x * step, y * step));
            share += weight;
        }
        Ink clouds = haze;
        double full = density / share;
        return ink.redrawn((x, y) -> (ink.at(x, y) + full * clouds.at(x, y)) / (1 + density));
    }
}
