package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import lenet.evaluation.Monitor;
import lenet.sweep.Method;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one asks for when one submits a sweep: a grid or random, and whatever else differs from its default. */
@Schema(description = "A sweep to be: a grid or random, the other fields may be left out.")
record SweepRequest(
        @Schema(description = "A name to find the sweep by; its jobs are named after it", example = "learning rates")
        @Size(max = 100)
        @PlainText
        @Nullable
        String name,

        @Schema(
                description = "What all trials have in common: the fields of a training job, but for name, promote and"
                        + " priority. Left out, the article's recipe.")
        @LeftOutOrGiven
        @Nullable
        TrainingJobRequest recipe,

        @Schema(
                description = "Lists of values by field; a trial for every combination. At most 8 fields of 1 to 100"
                        + " values each. " + SweepRequest.FIELDS,
                types = "object",
                implementation = Object.class,
                example = "{\"learningRate\": [0.01, 0.03, 0.1], \"batchSize\": [16, 32]}")
        @Nullable
        Map<String, JsonNode> grid,

        @Schema(
                description =
                        "Ranges {min, max, scale: linear or log} or lists of values by field; every trial draws from"
                                + " them, as a pure function of the seed and its number. " + SweepRequest.FIELDS,
                types = "object",
                implementation = Object.class,
                example = "{\"learningRate\": {\"min\": 0.001, \"max\": 0.3, \"scale\": \"log\"}}")
        @Nullable
        Map<String, JsonNode> random,

        @Schema(
                description = "Number of trials: of random; of a grid, how many to choose where it has more"
                        + " combinations",
                example = "9")
        @Min(1)
        @Max(SweepRequest.MOST_TRIALS)
        @LeftOutOrGiven
        @Nullable
        Integer trials,

        @Schema(description = "Seed of what is drawn and chosen", defaultValue = "42", example = "42")
        @LeftOutOrGiven
        @Nullable
        Long seed,

        @Schema(
                description = "The figure by which trials are ranked, at each trial's best epoch by its recipe's own"
                        + " rule. Any case.",
                defaultValue = "validationLoss",
                allowableValues = {"validationLoss", "validationAccuracy"},
                example = "validationLoss")
        @OneOf(Vocabulary.MONITOR)
        @LeftOutOrGiven
        @Nullable
        String objective,

        @Schema(description = "Stops the worse trials early; left out, all train to their end") @Valid @Nullable
        HalvingRequest halving,

        @Schema(description = "Priority of the jobs, as a single job's", defaultValue = "0", example = "0")
        @LeftOutOrGiven
        @Nullable
        Integer priority,

        @Schema(
                description = "Whether the best trial's model goes live when the sweep completes: never; ifBetter, if"
                        + " its validation accuracy is above the live model's. Any case.",
                defaultValue = "never",
                allowableValues = {"never", "ifBetter"},
                example = "never")
        @OneOf(Vocabulary.SWEEP_PROMOTION)
        @LeftOutOrGiven
        @Nullable
        String promote) {

    static final int MOST_TRIALS = 100;

    private static final String FIELDS =
            "Fields: architecture, engine, epochs (not with halving), batchSize, learningRate, optimiser, momentum,"
                    + " beta1, beta2, weightDecay, gradientClipping, learningRateSchedule, seed, trainingImages.";

    TrainingJobRequest recipeOrDefaults() {
        return Objects.requireNonNullElse(recipe, TrainingJobRequest.DEFAULTS);
    }

    Method method() {
        return grid == null ? Method.RANDOM : Method.GRID;
    }

    long seedOrDefault() {
        return Objects.requireNonNullElse(seed, 42L);
    }

    Monitor monitor() {
        return objective == null ? Monitor.VALIDATION_LOSS : Words.MONITORS.value(objective);
    }

    Promotion promotion() {
        return promote == null ? Promotion.NEVER : Words.PROMOTIONS.value(promote);
    }
}
