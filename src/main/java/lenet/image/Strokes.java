package lenet.image;

import java.util.List;
import java.util.Optional;

/**
 * The strokes found in a picture: zero on paper, one in full ink.
 *
 * @param strength how much ink each pixel holds, 0 … 1
 * @param box the strokes' extent
 */
record Strokes(Plane strength, Box box) {

    private static final float FAINTEST_CONTRAST = 8;
    private static final int SMALLEST_INK_SIDE = 3;
    private static final double FULL_INK_QUANTILE = 0.85;

    static Optional<Strokes> in(Plane picture) {
        Plane ink = Paper.under(picture).inkOn(picture);
        InkThreshold threshold = InkThreshold.of(ink);
        if (threshold.contrast() < FAINTEST_CONTRAST) {
            return Optional.empty();
        }
        Mask mask = Mask.above(ink, threshold.ink());
        List<Mask.Part> parts = mask.withoutSpecks();
        if (parts.isEmpty() || parts.get(0).box().longerSide() < SMALLEST_INK_SIDE) {
            return Optional.empty();
        }
        Box box = parts.stream().map(Mask.Part::box).reduce(Box::union).orElseThrow();
        return Optional.of(new Strokes(strength(ink, mask, threshold.paper()), box));
    }

    private static Plane strength(Plane ink, Mask mask, float paper) {
        Plane strength = new Plane(ink.width, ink.height);
        float full = fullInk(ink, mask) - paper;
        for (int y = 0; y < ink.height; y++) {
            for (int x = 0; x < ink.width; x++) {
                // one pixel beyond the mask keeps the soft edge of a stroke
                if (mask.touches(x, y)) {
                    int at = y * ink.width + x;
                    strength.values[at] = Math.max(0, Math.min(1, (ink.values[at] - paper) / full));
                }
            }
        }
        return strength;
    }

    private static float fullInk(Plane ink, Mask mask) {
        int[] counts = new int[256];
        int total = 0;
        for (int i = 0; i < mask.inside.length; i++) {
            if (mask.inside[i]) {
                counts[Math.max(0, Math.min(255, Math.round(ink.values[i])))]++;
                total++;
            }
        }
        int level = 0;
        for (int seen = counts[0]; seen <= FULL_INK_QUANTILE * total && level < 255; seen += counts[level]) {
            level++;
        }
        return Math.max(1, level);
    }

    /** The strokes alone, cropped to their box; thin ones made as wide as a pen's. */
    Plane framed() {
        return StrokeThickening.of(strength.crop(box));
    }
}
