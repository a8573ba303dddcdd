package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import lenet.network.Combination;
import lenet.network.Ensemble;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;

/** What one asks for when one submits an ensemble; every field may be left out. */
@Schema(description = "An ensemble to be: networks to train, or models that are there. Every field may be left out.")
record EnsembleRequest(
        @Schema(
                description = "A name to find the ensemble by; its jobs are named after it",
                example = "four accurate ones")
        @Size(max = 80)
        @PlainText
        @Nullable
        String name,

        @Schema(
                description =
                        "What the networks have in common: the fields of a training job, but for name, promote and"
                                + " priority. Each network has a seed of its own: the recipe's, the next one, and so on. With the"
                                + " architecture boosted-lenet4, three LeNet-4 are boosted and their outputs added. Left out, the"
                                + " article's recipe.")
        @LeftOutOrGiven
        @Nullable
        TrainingJobRequest recipe,

        @Schema(description = "Number of networks; 3 if they are boosted", defaultValue = "3", example = "4")
        @Min(2)
        @Max(Ensemble.MOST_MEMBERS)
        @LeftOutOrGiven
        @Nullable
        Integer members,

        @Schema(
                description =
                        "Versions of models that are there already, in place of recipe and members; none twice, and"
                                + " none an ensemble itself",
                example = "[3, 4, 5]")
        @Size(min = 2, max = Ensemble.MOST_MEMBERS, message = "must have {min} to {max} versions")
        @Nullable
        List<@NotNull @RegisteredModel Long> models,

        @Schema(
                description = "How the answers become one: average, the mean of the probabilities; add, the sum of the"
                        + " logits. Any case. Left out, average, and add if they are boosted.",
                allowableValues = {"average", "add"},
                example = "average")
        @OneOf(Vocabulary.COMBINATION)
        @LeftOutOrGiven
        @Nullable
        String combination,

        @Schema(
                description =
                        "Whether each network trains on what is hard for those before it: the second on pictures of"
                                + " which the first gets half wrong, the third on such as the first two disagree about",
                defaultValue = "false",
                example = "false")
        @LeftOutOrGiven
        @Nullable
        Boolean boosted,

        @Schema(description = "Priority of the jobs, as a single job's", defaultValue = "0", example = "0")
        @LeftOutOrGiven
        @Nullable
        Integer priority,

        @Schema(
                description = "Whether the finished model goes live: always; ifBetter, if its validation accuracy"
                        + " is above the live model's; never. Any case.",
                defaultValue = "ifBetter",
                allowableValues = {"always", "ifBetter", "never"},
                example = "ifBetter")
        @OneOf(Vocabulary.PROMOTION)
        @LeftOutOrGiven
        @Nullable
        String promote) {

    EnsembleRequest {
        // One more than are accepted says that there are too many; each that is kept is looked up.
        models = models == null || models.size() <= Ensemble.MOST_MEMBERS
                ? models
                : models.subList(0, Ensemble.MOST_MEMBERS + 1);
    }

    TrainingJobRequest recipeOrDefaults() {
        return Objects.requireNonNullElse(recipe, TrainingJobRequest.DEFAULTS);
    }

    boolean isBoosted() {
        return Boolean.TRUE.equals(boosted);
    }

    Combination combinationOr(Combination otherwise) {
        return combination == null ? otherwise : Words.COMBINATIONS.value(combination);
    }

    Promotion promotion() {
        return promote == null ? Promotion.IF_BETTER : Words.PROMOTIONS.value(promote);
    }
}
