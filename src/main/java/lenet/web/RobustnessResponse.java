package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.dataset.Corruption;
import lenet.evaluation.Robustness;
import org.jspecify.annotations.Nullable;

/** A model on corrupted test splits. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Robustness", description = "A model on test splits that are corrupted in the ways of MNIST-C.")
record RobustnessResponse(
        @Schema(description = "The model's version", example = "1")
        long modelVersion,

        @Schema(description = "Share of errors on the pictures as they are")
        double cleanErrorRate,

        @Schema(description = "Mean share of errors over the corruptions")
        double meanErrorRate,

        @Schema(description = "The mean as a multiple of the clean share; absent where the clean share is 0") @Nullable
        Double timesClean,

        List<CorruptedResponse> corruptions) {

    /** The model under one corruption. */
    @Schema(name = "CorruptedScore", description = "The model under one corruption.")
    record CorruptedResponse(
            @Schema(example = "shotNoise") String name,
            @Schema(example = "Shot noise") String title,

            @Schema(description = "What it does to a picture, and how severely")
            String description,

            @Schema(description = "Share of hits") double accuracy,

            @Schema(description = "Share of errors, 1 − accuracy")
            double errorRate,

            @Schema(description = "How much more that is than on the pictures as they are")
            double aboveClean) {

        private static CorruptedResponse of(Corruption corruption, Robustness measured) {
            double errorRate = measured.errorRate(corruption);
            return new CorruptedResponse(
                    Words.CORRUPTIONS.of(corruption),
                    corruption.title(),
                    corruption.description(),
                    measured.accuracy(corruption),
                    errorRate,
                    errorRate - measured.cleanErrorRate());
        }
    }

    static RobustnessResponse of(long version, Robustness measured) {
        double clean = measured.cleanErrorRate();
        return new RobustnessResponse(
                version,
                clean,
                measured.meanErrorRate(),
                clean == 0 ? null : measured.meanErrorRate() / clean,
                Robustness.corruptions().stream()
                        .map(corruption -> CorruptedResponse.of(corruption, measured))
                        .toList());
    }
}
