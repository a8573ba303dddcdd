package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import lenet.dataset.Corruption;

/** The ways in which test pictures are corrupted. */
@Schema(
        name = "Corruptions",
        description = "The ways in which test pictures are corrupted, those of MNIST-C (Mu and Gilmer, 2019).")
record CorruptionsResponse(
        @Schema(description = "Of the corrupted test split; with a picture's index it decides all that is random")
        long seed,

        List<CorruptionResponse> corruptions) {

    /** One of them. */
    @Schema(name = "Corruption", description = "A way to make a picture harder to read.")
    record CorruptionResponse(
            @Schema(example = "shotNoise") String name,
            @Schema(example = "Shot noise") String title,

            @Schema(description = "What it does to a picture, and how severely")
            String description) {

        private static CorruptionResponse of(Corruption corruption) {
            return new CorruptionResponse(
                    Words.CORRUPTIONS.of(corruption), corruption.title(), corruption.description());
        }
    }

    static CorruptionsResponse all() {
        return new CorruptionsResponse(
                Corruption.SEED,
                Arrays.stream(Corruption.values()).map(CorruptionResponse::of).toList());
    }
}
