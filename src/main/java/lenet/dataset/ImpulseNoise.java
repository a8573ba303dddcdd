package lenet.dataset;

import java.util.SplittableRandom;

/**
 * Salt and pepper.
 *
 * @param share of the pixels that are full or empty whatever they were
 */
record ImpulseNoise(double share) implements Distortion {

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        return ink.redrawn((x, y) -> {
            double draw = random.nextDouble();
            return draw >= share ? ink.at(x, y) : draw < share / 2 ? 0 : 1;
        });
    }
}
