package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import lenet.evaluation.Monitor;
import lenet.training.EarlyStopping;
import org.jspecify.annotations.Nullable;

/** When training is to end before its last epoch; every field may be left out. */
@Schema(description = "When training is to end before its last epoch; {} takes every default.")
@JsonInclude(JsonInclude.Include.NON_NULL) // A trial's request is written and read again: what is left out stays so.
record EarlyStoppingRequest(
        @Schema(description = "Epochs without a gain after which training stops", defaultValue = "3", example = "3")
        @Min(1)
        @Max(1000)
        @LeftOutOrGiven
        @Nullable
        Integer patience,

        @Schema(
                description = "Smallest gain that counts: nats for the loss, a share for the accuracy",
                defaultValue = "0",
                example = "0")
        @DecimalMin("0")
        @DecimalMax("10")
        @LeftOutOrGiven
        @Nullable
        Double minDelta,

        @Schema(
                description = "The figure watched: validationLoss or validationAccuracy. Any case.",
                defaultValue = "validationLoss",
                allowableValues = {"validationLoss", "validationAccuracy"},
                example = "validationLoss")
        @OneOf(Vocabulary.MONITOR)
        @LeftOutOrGiven
        @Nullable
        String monitor,

        @Schema(
                description = "Whether the model has the best epoch's weights instead of the last one's",
                defaultValue = "true",
                example = "true")
        @LeftOutOrGiven
        @Nullable
        Boolean restoreBestWeights) {

    EarlyStopping toEarlyStopping() {
        return new EarlyStopping(
                patience == null ? 3 : patience,
                minDelta == null ? 0 : minDelta,
                monitor == null ? Monitor.VALIDATION_LOSS : Words.MONITORS.value(monitor),
                restoreBestWeights == null || restoreBestWeights);
    }
}
