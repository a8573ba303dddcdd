package lenet.dataset;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import lenet.dataset.Ink.Dot;

/**
 * Blots of ink.
 *
 * @param blots how many
 * @param largest radius of a blot, in pixels; the smallest is a quarter of it
 */
record Spatter(int blots, double largest) implements Distortion {

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        return ink.spotted(
                Stream.generate(() -> blot(ink.side(), random)).limit(blots).toList());
    }

    private Dot blot(int side, SplittableRandom random) {
        return new Dot(
                random.nextDouble() * (side - 1),
                random.nextDouble() * (side - 1),
                largest * (0.25 + 0.75 * random.nextDouble()));
    }
}
