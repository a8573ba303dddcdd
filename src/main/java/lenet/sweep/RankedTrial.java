package lenet.sweep;

import lenet.evaluation.EpochMetrics;
import lenet.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/**
 * A row of a sweep's table.
 *
 * @param rank 1 for the best
 * @param job absent once it has been deleted
 * @param out whether it FAILED, was cancelled by hand or deleted, and so ranks last
 * @param epochs finished ones
 * @param best the epoch that counts, by the recipe's own rule; absent before the first has ended
 */
public record RankedTrial(
        int rank,
        Trial trial,
        @Nullable TrainingJob job,
        boolean out,
        int epochs,
        @Nullable EpochMetrics best) {}
