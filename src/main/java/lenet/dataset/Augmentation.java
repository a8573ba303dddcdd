package lenet.dataset;

/**
 * How far training pictures are distorted, each anew in each epoch. Every amount is drawn uniformly between its bound and
 * the same below 0. Rotation apart, the planar ones are the paper's (section III-A); the elastic one is that of Simard,
 * Steinkraus and Platt, <i>Best Practices for Convolutional Neural Networks</i> (2003).
 *
 * @param rotation degrees
 * @param translation pixels, in both directions independently
 * @param scaling share by which a digit grows or shrinks
 * @param squeezing share by which it is compressed along one side and stretched along the other
 * @param shearing pixels that a row moves sideways for each row from the middle
 * @param elastic root mean square of the displacement field, in pixels
 * @param elasticSmoothing standard deviation of the Gaussian that smooths the field, in pixels
 * @param strokeWidth how much thicker or thinner strokes become: 1 for a pixel on each side, see {@link StrokeWidth}
 */
public record Augmentation(
        double rotation,
        double translation,
        double scaling,
        double squeezing,
        double shearing,
        double elastic,
        double elasticSmoothing,
        double strokeWidth) {

    /** Pictures as they are. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, 5, 0);

    public Augmentation {
        check("rotation", rotation, 0, 180);
        check("translation", translation, 0, 14);
        check("scaling", scaling, 0, 0.5);
        check("squeezing", squeezing, 0, 0.5);
        check("shearing", shearing, 0, 1);
        check("elastic", elastic, 0, 10);
        check("elasticSmoothing", elasticSmoothing, 1, 14);
        check("strokeWidth", strokeWidth, 0, 1);
    }

    /** Whether any picture is changed. */
    public boolean isNone() {
        return rotation == 0
                && translation == 0
                && scaling == 0
                && squeezing == 0
                && shearing == 0
                && elastic == 0
                && strokeWidth == 0;
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "%s lies between %s and %s, found %s".formatted(name, least, most, value));
        }
    }
}
