package lenet.evaluation;

import java.util.List;
import java.util.Optional;

/** The finished epochs of one job, in order. */
public record LearningCurve(List<EpochMetrics> epochs) {

    public LearningCurve {
        epochs = List.copyOf(epochs);
    }

    /**
     * The best epoch: the first one that no later epoch beats by more than {@code minDelta}.
     *
     * @param minDelta smallest gain that counts as better, 0 or more
     */
    public Optional<EpochMetrics> best(Monitor monitor, double minDelta) {
        EpochMetrics best = null;
        for (EpochMetrics epoch : epochs) {
            if (best == null || monitor.gain(epoch, best) > minDelta) {
                best = epoch;
            }
        }
        return Optional.ofNullable(best);
    }
}
