package lenet.training;

import java.util.Objects;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Monitor;

/**
 * Ends training when the monitored figure no longer gets better.
 *
 * @param patience epochs without a gain after which training stops, at least 1
 * @param minDelta smallest gain that counts, 0 or more; nats for the loss, a share in [0, 1] for the accuracy
 * @param restoreBestWeights whether the finished model has the best epoch's weights instead of the last one's
 */
public record EarlyStopping(int patience, double minDelta, Monitor monitor, boolean restoreBestWeights) {

    public EarlyStopping {
        Objects.requireNonNull(monitor, "early stopping watches a figure");
    }

    /** Whether the best epoch of {@code curve} lies {@code patience} epochs back. */
    boolean stopsAfter(LearningCurve curve) {
        int finished = curve.epochs().size();
        return curve.best(monitor, minDelta)
                .map(EpochMetrics::epoch)
                .filter(best -> finished - best >= patience)
                .isPresent();
    }
}
