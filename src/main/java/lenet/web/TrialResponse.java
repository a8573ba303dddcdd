package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Monitor;
import lenet.sweep.RankedTrial;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/** A row of a sweep's table. */
@Schema(name = "Trial", description = "A trial of a sweep.")
record TrialResponse(
        @Schema(description = "1 for the best; trials that failed or were cancelled by hand come last")
        int rank,

        @Schema(description = "Number of the trial, from 1") int trial,

        @Schema(description = "The training job; null once it has been deleted") @Nullable
        UUID jobId,

        @Schema(description = "The swept fields and what they are in this trial")
        Map<String, Object> values,

        @Nullable JobState state,

        @Schema(description = "Finished epochs") int epochs,

        @Schema(description = "The sweep's figure at the best epoch: loss in nats, or accuracy from 0 to 1") @Nullable
        Double objective,

        @Schema(description = "The best epoch so far, by the recipe's own rule") @Nullable
        Integer bestEpoch,

        @Schema(description = "How far halving has let it come, 1 for the first rung")
        int rung,

        @Schema(description = "Why the sweep ended it, or why it FAILED") @Nullable
        String reason,

        @Schema(description = "The model it made, once COMPLETED") @Nullable
        Long modelVersion) {

    static TrialResponse of(RankedTrial ranked, Monitor objective) {
        TrainingJob job = ranked.job();
        EpochMetrics best = ranked.best();
        String ended = ranked.trial().ended();
        return new TrialResponse(
                ranked.rank(),
                ranked.trial().number(),
                job == null ? null : job.id(),
                ranked.trial().settings(),
                job == null ? null : job.state(),
                ranked.epochs(),
                best == null ? null : figure(best, objective),
                best == null ? null : best.epoch(),
                ranked.trial().rung() + 1,
                ended == null && job != null ? job.failure() : ended,
                job == null ? null : job.modelVersion());
    }

    private static double figure(EpochMetrics epoch, Monitor objective) {
        return switch (objective) {
            case VALIDATION_LOSS -> epoch.validationLoss();
            case VALIDATION_ACCURACY -> epoch.validationAccuracy();
        };
    }
}
