package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import lenet.model.PromotionOutcome;
import org.jspecify.annotations.Nullable;

/** What became of a finished model. */
@Schema(name = "PromotionOutcome", description = "Whether the finished model went live, and why.")
record PromotionResponse(
        @Schema(description = "The model", example = "7") long modelVersion,

        @Schema(description = "Whether it went live") boolean promoted,

        @Schema(
                description = "Why, in a sentence",
                example =
                        "Model 7 did not go live: its validation accuracy of 98.72 % is not above the 99.58 % of model 1,"
                                + " which stays live.")
        String reason,

        @Schema(description = "Its share of hits on the validation split, where it was looked at") @Nullable
        Double validationAccuracy,

        @Schema(description = "The model that was live before, where there was one", example = "1") @Nullable
        Long comparedWith,

        @Schema(description = "That model's share of hits on the validation split") @Nullable
        Double comparedValidationAccuracy) {

    static @Nullable PromotionResponse of(@Nullable PromotionOutcome outcome) {
        return outcome == null
                ? null
                : new PromotionResponse(
                        outcome.version(),
                        outcome.promoted(),
                        outcome.reason(),
                        outcome.validationAccuracy(),
                        outcome.comparedWith(),
                        outcome.comparedValidationAccuracy());
    }
}
