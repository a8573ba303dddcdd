package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import lenet.training.TrainingJob;
import org.jspecify.annotations.Nullable;

/** A job's finished epochs. */
@Schema(name = "LearningCurves", description = "A job's finished epochs.")
record LearningCurveResponse(
        UUID job,

        @Schema(description = "The best epoch, by early stopping's figure or else by validation loss") @Nullable
        Integer bestEpoch,

        List<EpochResponse> epochs) {

    static LearningCurveResponse of(TrainingJob job, LearningCurve curve) {
        return new LearningCurveResponse(
                job.id(),
                job.recipe().best(curve).map(EpochMetrics::epoch).orElse(null),
                curve.epochs().stream().map(EpochResponse::of).toList());
    }
}
