package lenet.dataset;

import java.util.SplittableRandom;

/**
 * Only the edges, as lines of one pixel around the strokes.
 *
 * @param threshold ink from which a pixel belongs to a stroke
 */
record Outline(double threshold) implements Distortion {

    @Override
    public Ink of(Ink ink, SplittableRandom random) {
        return ink.redrawn((x, y) -> !isStroke(ink, x, y)
                        && (isStroke(ink, x - 1, y)
                                || isStroke(ink, x + 1, y)
                                || isStroke(ink, x, y - 1)
                                || isStroke(ink, x, y + 1))
                ? 1
                : 0);
    }

    private boolean isStroke(Ink ink, int x, int y) {
        return ink.at(x, y) >= threshold;
    }
}
