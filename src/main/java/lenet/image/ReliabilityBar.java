package lenet.image;

/**
 * One bin of a {@link ReliabilityPlot}: the pictures of which a network is about equally sure.
 *
 * @param from lowest confidence in [0, 1]
 * @param to highest confidence in [0, 1]
 * @param count number of pictures
 * @param confidence mean confidence; means nothing without pictures
 * @param accuracy share of hits; means nothing without pictures
 */
public record ReliabilityBar(double from, double to, int count, double confidence, double accuracy) {

    /** What the square root of a proportion's variance is multiplied by for 95 %. */
    private static final double Z = 1.96;

    /** Lower end of Wilson's 95 % interval of the accuracy: what so few pictures can say. */
    double lowest() {
        return middle() - halfWidth();
    }

    /** Upper end of the interval. */
    double highest() {
        return middle() + halfWidth();
    }

    private double middle() {
        return (accuracy + Z * Z / (2 * count)) / (1 + Z * Z / count);
    }

    private double halfWidth() {
        double variance = accuracy * (1 - accuracy) / count + Z * Z / (4.0 * count * count);
        return Z * Math.sqrt(variance) / (1 + Z * Z / count);
    }
}
