package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import lenet.sweep.Halving;
import org.jspecify.annotations.Nullable;

/** How a sweep thins its trials out. */
@Schema(
        name = "HalvingRequest",
        description =
                "Successive halving: every trial trains minEpochs epochs, the best 1/eta of them eta times as many,"
                        + " and so on up to the recipe's epochs. Nothing is trained twice.")
record HalvingRequest(
        @Schema(description = "One trial in so many goes on", defaultValue = "3", example = "3")
        @Min(2)
        @Max(10)
        @LeftOutOrGiven
        @Nullable
        Integer eta,

        @Schema(
                description = "Epochs that every trial trains; fewer than the recipe's",
                defaultValue = "1",
                example = "1")
        @Min(1)
        @Max(999)
        @LeftOutOrGiven
        @Nullable
        Integer minEpochs) {

    Halving toHalving(int epochs) {
        return new Halving(Objects.requireNonNullElse(eta, 3), Objects.requireNonNullElse(minEpochs, 1), epochs);
    }
}
