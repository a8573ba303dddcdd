package lenet.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many errors are left among the pictures that a network is sure of, the more of the others it rejects: the paper's
 * figure 10.
 *
 * @param points from rejecting none on; pictures of the same confidence are rejected together
 */
public record RejectionCurve(List<Point> points) {

    private static final double FINE_UP_TO = 0.05;
    private static final double FINE = 0.001;
    private static final double COARSE = 0.01;

    public RejectionCurve {
        points = List.copyOf(points);
    }

    /**
     * What rejecting all below one confidence leaves.
     *
     * @param threshold the confidence below which pictures are rejected
     * @param rejected number of pictures
     * @param accepted number of pictures, 1 or more
     * @param errors number of accepted pictures taken for another digit
     */
    public record Point(double threshold, int rejected, int accepted, int errors) {

        /** Share of the pictures that are rejected, in [0, 1). */
        public double rejectedShare() {
            return (double) rejected / (rejected + accepted);
        }

        /** Share of errors among the accepted pictures, in [0, 1]. */
        public double errorRate() {
            return (double) errors / accepted;
        }
    }

    static RejectionCurve of(byte[] labels, Predictions predictions) {
        float[] confidences = predictions.confidences();
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> confidences[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int errors = (int) IntStream.range(0, labels.length)
                .filter(i -> predictions.predicted()[i] != labels[i])
                .count();
        List<Point> points = new ArrayList<>();
        for (int rejected = 0; rejected < order.length; rejected++) {
            float confidence = confidences[order[rejected]];
            float below = rejected == 0 ? -1 : confidences[order[rejected - 1]];
            if (confidence != below) {
                // Halfway, so that it parts the two also where a confidence has more digits than are kept here.
                double threshold = rejected == 0 ? 0 : ((double) below + confidence) / 2;
                points.add(new Point(threshold, rejected, order.length - rejected, errors));
            }
            if (predictions.predicted()[order[rejected]] != labels[order[rejected]]) {
                errors--;
            }
        }
        return new RejectionCurve(points);
    }

    /** Where the fewest are rejected and at most this share of the accepted is wrong; absent if it never is. */
    public Optional<Point> first(double errorRate) {
        return points.stream().filter(point -> point.errorRate() <= errorRate).findFirst();
    }

    /**
     * A few of the points, enough to draw the curve: one a permille up to five per cent, then one a per cent.
     *
     * @param kept a point that is in any case among them
     */
    public List<Point> thinned(@Nullable Point kept) {
        List<Point> thinned = new ArrayList<>();
        double next = 0;
        for (Point point : points) {
            double share = point.rejectedShare();
            if (share < next) {
                if (point.equals(kept)) {
                    thinned.add(point);
                }
            } else {
                thinned.add(point);
                double step = share < FINE_UP_TO ? FINE : COARSE;
                next = (Math.floor(share / step + 1e-9) + 1) * step;
            }
        }
        return thinned;
    }
}
