package lenet.dataset;

import java.util.SplittableRandom;

/**
 * An upright band somewhere in the picture in which ink and paper have changed places.
 *
 * @param width in pixels
 */
record Stripe(int width) implements Distortion {

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        int left = random.nextInt(ink.side() - width + 1);
        return ink.redrawn((x, y) -> x >= left && x < left + width ? 1 - ink.at(x, y) : ink.at(x, y));
    }
}
