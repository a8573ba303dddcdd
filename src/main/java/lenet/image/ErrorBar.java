package lenet.image;

/**
 * One bar of an {@link ErrorBarPlot}.
 *
 * @param errorRate in [0, 1]
 * @param reference whether the others are held against it
 */
public record ErrorBar(String label, double errorRate, boolean reference) {

    public ErrorBar {
        if (!(errorRate >= 0 && errorRate <= 1)) {
            throw new IllegalArgumentException(
                    "%s: an error rate lies in [0, 1], found %s".formatted(label, errorRate));
        }
    }
}
