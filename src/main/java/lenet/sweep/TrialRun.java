package lenet.sweep;

import java.util.List;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/** A trial and how its job stands; no job once it has been deleted. */
record TrialRun(Trial trial, @Nullable TrainingJob job, LearningCurve curve) {

    /** Whether it is no longer in the race, and not because the sweep has dropped it. */
    boolean isOut() {
        return job == null
                || job.state() == JobState.FAILED
                || (job.state() == JobState.CANCELLED && trial.ended() == null);
    }

    boolean hasEnded() {
        return job == null || job.state().isFinal();
    }

    /**
     * Whether it stands still after {@code epoch}, or, resumed by hand without a pause, has passed it: then it is
     * compared by what it was at that epoch.
     */
    boolean hasReached(int epoch) {
        if (job == null || hasEnded()) {
            return true;
        }
        boolean pausesThere = job.pauseAfterEpoch() != null && job.pauseAfterEpoch() <= epoch;
        return curve.epochs().size() >= epoch && (job.state() == JobState.PAUSED || !pausesThere);
    }

    /** How it ranks by all its epochs. */
    Standing standing() {
        return standing(curve);
    }

    /** How it ranks by its first epochs. */
    Standing standingAfter(int epochs) {
        List<EpochMetrics> all = curve.epochs();
        return standing(new LearningCurve(all.subList(0, Math.min(epochs, all.size()))));
    }

    private Standing standing(LearningCurve seen) {
        EpochMetrics best = job == null ? null : job.recipe().best(seen).orElse(null);
        return new Standing(trial.number(), trial.rung(), isOut(), best);
    }
}
