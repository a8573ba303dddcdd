package lenet.image;

/**
 * Where ink begins: the levels that separate paper, noise and strokes.
 *
 * @param paper the typical level of paper
 * @param ink the level from which a pixel counts as ink
 * @param stroke the mean level of the strokes
 */
record InkThreshold(float paper, float ink, float stroke) {

    private static final double INK_SHARE = 0.2;
    private static final double NOISE_DEVIATIONS = 5;
    private static final double DEVIATION_PER_MEDIAN_DISTANCE = 1.4826;

    static InkThreshold of(Plane ink) {
        Levels levels = Levels.of(ink);
        int split = levels.split();
        float paper = levels.medianUpTo(split);
        float stroke = levels.meanAbove(split);
        double noise = DEVIATION_PER_MEDIAN_DISTANCE * levels.medianDistanceUpTo(split, paper);
        double above = Math.max(NOISE_DEVIATIONS * noise, INK_SHARE * (stroke - paper));
        return new InkThreshold(paper, (float) (paper + above), stroke);
    }

    float contrast() {
        return stroke - paper;
    }
}
