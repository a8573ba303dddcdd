package lenet.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lenet.evaluation.Evaluation;
import lenet.evaluation.RejectionCurve;
import lenet.image.RejectionPlot;
import lenet.image.RejectionPoint;
import org.jspecify.annotations.Nullable;

/** How many of a model's errors are left, the more unsure answers are rejected, drawn. */
public record RejectionPicture(long modelVersion, Evaluation evaluation) {

    /** The error rate for which the paper's figure 10 gives the share to reject. */
    public static final double GOAL = 0.005;

    /** The curve under the share to reject. */
    public RejectionPlot plot() {
        RejectionCurve curve = evaluation.rejectionCurve();
        Optional<RejectionCurve.Point> found = curve.first(GOAL);
        return new RejectionPlot(
                "Model %d: errors left when it may pass".formatted(modelVersion),
                found.map(RejectionPicture::sentence)
                        .orElse("no share to reject leaves an error rate of 0.5 % on the test split"),
                points(curve, found.orElse(null)),
                GOAL,
                found.map(point -> OptionalDouble.of(point.rejectedShare())).orElseGet(OptionalDouble::empty));
    }

    private static String sentence(RejectionCurve.Point point) {
        return String.format(
                Locale.ROOT, "%.2f %% to reject for 0.5 %% error on the test split", 100 * point.rejectedShare());
    }

    private static List<RejectionPoint> points(RejectionCurve curve, RejectionCurve.@Nullable Point also) {
        return curve.thinned(also).stream()
                .map(point -> new RejectionPoint(point.rejectedShare(), point.errorRate()))
                .toList();
    }
}
