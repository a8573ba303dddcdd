package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/** A training job as it stands. */
@Schema(name = "TrainingJob", description = "A training job as it stands.")
record TrainingJobResponse(
        UUID id,
        @Nullable String name,
        @Nullable String notes,
        JobState state,

        @Schema(description = "How often it was started; more than once where it was paused, interrupted or retried")
        int attempts,

        @Schema(description = "The node that runs it, while it is RUNNING") @Nullable
        String node,

        int priority,

        @Schema(description = "How long it may run; null for the service's own bound") @Nullable
        Long maxDurationSeconds,

        @Schema(description = "Whether the finished model goes live: always, ifBetter or never")
        String promote,

        RecipeResponse recipe,
        ProgressResponse progress,

        @Schema(description = "The best epoch so far, by early stopping's figure or else by validation loss") @Nullable
        Integer bestEpoch,

        @Schema(description = "Validation loss of that epoch, in nats") @Nullable
        Double bestValidationLoss,

        @Schema(description = "Share of hits on the validation split after that epoch") @Nullable
        Double bestValidationAccuracy,

        @Schema(description = "Why it FAILED") @Nullable String failure,

        @Schema(description = "The model it made, once COMPLETED") @Nullable
        Long modelVersion,

        @Schema(
                description =
                        "Whether the model went live, and why; null before the end, and of what ended before this was"
                                + " written down")
        @Nullable
        PromotionResponse promotion,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Links links) {

    /** Where to read on; paths of this service. */
    @Schema(name = "TrainingJobLinks", description = "Where to read on.")
    record Links(String self, String curves, String events, String history, String evaluation) {}

    static TrainingJobResponse of(TrainingJob job, LearningCurve curve) {
        Duration maxDuration = job.maxDuration();
        Optional<EpochMetrics> best = job.recipe().best(curve);
        String self = TrainingJobController.PATH + "/" + job.id();
        return new TrainingJobResponse(
                job.id(),
                job.name(),
                job.notes(),
                job.state(),
                job.attempts(),
                job.node(),
                job.priority(),
                maxDuration == null ? null : maxDuration.toSeconds(),
                Words.PROMOTIONS.of(job.promotion()),
                RecipeResponse.of(job.recipe()),
                ProgressResponse.of(job),
                best.map(EpochMetrics::epoch).orElse(null),
                best.map(EpochMetrics::validationLoss).orElse(null),
                best.map(EpochMetrics::validationAccuracy).orElse(null),
                job.failure(),
                job.modelVersion(),
                PromotionResponse.of(job.outcome()),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                new Links(self, self + "/curves", self + "/events", self + "/history", self + "/evaluation"));
    }
}
