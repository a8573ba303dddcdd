package lenet.image;

/** Widens strokes that would all but vanish when the digit is shrunk to MNIST's size. */
final class StrokeThickening {

    private static final float HALF_INK = 0.5f;
    private static final float FAINT_INK = 0.35f;

    /** In pixels of MNIST, whose strokes measure 2.6 on average and are rarely below 1.4. */
    private static final double THIN = 1.4;

    private static final double WANTED = 2.0;

    private StrokeThickening() {}

    /** The strokes, in a plane that has grown by as much as they have. */
    static Plane of(Plane strokes) {
        int side = Math.max(strokes.width, strokes.height);
        double width = Mask.above(strokes, HALF_INK).strokeWidth();
        if (width * MnistForm.INK_SIDE >= THIN * side) {
            return strokes;
        }
        // solves (width + 2 growth) / (side + 2 growth) = WANTED / INK_SIDE
        double growth = (WANTED * side - MnistForm.INK_SIDE * width) / (2 * (MnistForm.INK_SIDE - WANTED));
        return grown(strokes, growth);
    }

    private static Plane grown(Plane strokes, double growth) {
        int margin = (int) Math.ceil(growth);
        Plane grown = strokes.crop(new Box(-margin, -margin, strokes.width + 2 * margin, strokes.height + 2 * margin));
        float[] squaredDistances = new float[grown.values.length];
        for (int i = 0; i < squaredDistances.length; i++) {
            squaredDistances[i] = grown.values[i] >= FAINT_INK ? 0 : DistanceTransform.FAR;
        }
        DistanceTransform.spread(squaredDistances, grown.width, grown.height);
        for (int i = 0; i < squaredDistances.length; i++) {
            double edge = growth + 0.5 - Math.sqrt(squaredDistances[i]);
            grown.values[i] = (float) Math.max(0, Math.min(1, edge));
        }
        return grown;
    }
}
