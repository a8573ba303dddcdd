package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import lenet.evaluation.EpochMetrics;

/** One finished epoch. */
@Schema(
        name = "Epoch",
        description =
                "One finished epoch. Losses are those of the recipe: cross-entropy and map in nats, mse a mean of squares.")
record EpochResponse(
        @Schema(description = "1 for the first") int epoch,

        @Schema(description = "Mean loss over the epoch's batches, each before its step")
        double trainingLoss,

        @Schema(description = "Share of hits over the same forward passes")
        double trainingAccuracy,

        @Schema(description = "Mean loss on the validation split after the epoch")
        double validationLoss,

        @Schema(description = "Share of hits on the validation split after the epoch")
        double validationAccuracy,

        @Schema(description = "Rate of the epoch's first step")
        double learningRate,

        @Schema(description = "Wall-clock time, validation included")
        double seconds,

        @Schema(description = "Training images a second, validation excluded")
        double imagesPerSecond) {

    static EpochResponse of(EpochMetrics metrics) {
        return new EpochResponse(
                metrics.epoch(),
                metrics.trainingLoss(),
                metrics.trainingAccuracy(),
                metrics.validationLoss(),
                metrics.validationAccuracy(),
                metrics.learningRate(),
                metrics.seconds(),
                metrics.imagesPerSecond());
    }
}
