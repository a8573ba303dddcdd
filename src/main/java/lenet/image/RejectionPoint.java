package lenet.image;

/**
 * One point of a {@link RejectionPlot}.
 *
 * @param rejected share of the pictures, in [0, 1]
 * @param errorRate among the others, in [0, 1]
 */
public record RejectionPoint(double rejected, double errorRate) {}
