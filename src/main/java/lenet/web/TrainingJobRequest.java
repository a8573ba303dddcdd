package lenet.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lenet.training.Distillation;
import lenet.training.NamedRecipe;
import lenet.training.NewTrainingJob;
import lenet.training.OptimiserName;
import lenet.training.OptimiserSettings;
import lenet.training.Promotion;
import lenet.training.Recipe;
import org.jspecify.annotations.Nullable;

/**
 * What one asks for when one submits a training job. Every field may be left out and is then as in the recipe
 * it starts from, by default the article's; null may be what a recipe shows as null.
 */
@SettingsOfItsOptimiser
@FitsTogether
@Schema(description = "A training job to be; every field may be left out and then has its default.")
@JsonInclude(JsonInclude.Include.NON_NULL) // A trial's request is written and read again: what is left out stays so.
record TrainingJobRequest(
        @Schema(
                description =
                        "The recipe to start from, by its name in /api/v1/recipes; every other field replaces what it"
                                + " says. Any case. Another optimiser than the recipe's has its own usual settings.",
                defaultValue = "article",
                allowableValues = {"article", "paper-1998", "fast", "accurate"},
                example = "article")
        @OneOf(Vocabulary.RECIPE)
        @LeftOutOrGiven
        @Nullable
        String recipe,

        @Schema(description = "Name in the architecture catalogue", defaultValue = "lenet5", example = "lenet5")
        @OneOf(Vocabulary.ARCHITECTURE)
        @LeftOutOrGiven
        @Nullable
        String architecture,

        @Schema(
                description = "Engine that trains: vector, the default where the JVM was started with --add-modules"
                        + " jdk.incubator.vector, or dl4j, the default elsewhere. An unknown name is refused with a"
                        + " list of the known ones.")
        @OneOf(Vocabulary.ENGINE)
        @LeftOutOrGiven
        @Nullable
        String engine,

        @Schema(description = "Passes over the training images", defaultValue = "20", example = "2")
        @Min(1)
        @Max(1000)
        @LeftOutOrGiven
        @Nullable
        Integer epochs,

        @Schema(description = "Pictures a step", defaultValue = "32", example = "32")
        @Min(1)
        @Max(4096)
        @LeftOutOrGiven
        @Nullable
        Integer batchSize,

        // No default in the schema here and below where it depends on the optimiser: a client may fill it in.
        @Schema(
                description = "Learning rate of the first step; left out, as in the recipe; for another"
                        + " optimiser than its own 0.01, for adam 0.001, for levenbergMarquardt 0.0001",
                example = "0.01")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("10")
        @LeftOutOrGiven
        @Nullable
        Double learningRate,

        @Schema(
                description =
                        "How gradients move the weights: sgd, with momentum if wished; nesterov; adam;"
                                + " levenbergMarquardt, the paper's, of the vector engine only. Any case. Settings of another optimiser than this are refused.",
                defaultValue = "sgd",
                allowableValues = {"sgd", "nesterov", "adam", "levenbergMarquardt"},
                example = "sgd")
        @OneOf(Vocabulary.OPTIMISER)
        @LeftOutOrGiven
        @Nullable
        String optimiser,

        @Schema(
                description = "Momentum of sgd, classical, and of nesterov; left out, 0 for sgd, which makes it plain,"
                        + " and 0.9 for nesterov",
                example = "0.9")
        @DecimalMin("0")
        @DecimalMax("0.9999")
        @Nullable
        Double momentum,

        // No examples of adam's settings: one request may not have them beside momentum.
        @Schema(description = "Decay of the gradient's mean, of adam only; left out, 0.9")
        @DecimalMin("0")
        @DecimalMax("0.9999")
        @Nullable
        Double beta1,

        @Schema(description = "Decay of the gradient's mean square, of adam only; left out, 0.999")
        @DecimalMin("0")
        @DecimalMax("0.999999")
        @Nullable
        Double beta2,

        // Not less: one that is 0 as a float makes 0 / 0 of a parameter that has no gradient.
        @Schema(description = "Keeps adam from dividing by 0, of adam only; left out, 1e-7")
        @DecimalMin("1e-12")
        @DecimalMax("1")
        @Nullable
        Double epsilon,

        @Schema(description = "The paper's µ: bounds the rates, of levenbergMarquardt only; left out, 0.02")
        @DecimalMin("1e-6")
        @DecimalMax("1000")
        @Nullable
        Double damping,

        @Schema(description = "Decoupled weight decay, weights only", defaultValue = "0", example = "0")
        @DecimalMin("0")
        @DecimalMax("1")
        @LeftOutOrGiven
        @Nullable
        Double weightDecay,

        @Schema(
                description = "Largest L2 norm of a step's whole gradient, which is scaled down to it; left out, none",
                example = "5")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        @Nullable
        Double gradientClipping,

        @Schema(
                description =
                        "Decay of an exponential moving average of the weights, with which the network then answers;"
                                + " left out, none",
                example = "0.999")
        @DecimalMin("0")
        @DecimalMax("0.999999")
        @Nullable
        Double weightAveraging,

        @Schema(
                description = "How the rate moves: constant; step, a tenth after half of the epochs and a hundredth"
                        + " after three quarters; cosine, down towards 0; paper, as in 1998: 1, 0.4, 0.2, 0.1 and 0.02 of it"
                        + " from the 1st, 3rd, 6th, 9th and 13th epoch on. Any case.",
                defaultValue = "constant",
                allowableValues = {"constant", "step", "cosine", "paper"},
                example = "constant")
        @OneOf(Vocabulary.LEARNING_RATE_SCHEDULE)
        @LeftOutOrGiven
        @Nullable
        String learningRateSchedule,

        @Schema(
                description =
                        "Epochs, or a part of one, over which the rate rises from 0 at the start; less than epochs",
                defaultValue = "0",
                example = "0")
        @DecimalMin("0")
        @DecimalMax("1000")
        @LeftOutOrGiven
        @Nullable
        Double warmUpEpochs,

        @Schema(
                description =
                        "What training makes small: crossEntropy, of the logits' softmax; map, the paper's maximum a"
                                + " posteriori criterion (equation 9); mse, its mean squared error (equation 8), for architectures"
                                + " without radial basis functions from ±1. Any case.",
                defaultValue = "crossEntropy",
                allowableValues = {"crossEntropy", "map", "mse"},
                example = "crossEntropy")
        @OneOf(Vocabulary.LOSS)
        @LeftOutOrGiven
        @Nullable
        String loss,

        @Schema(description = "Penalty of the rubbish class, the paper's j, of the loss map only; left out, 20")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000")
        @Nullable
        Double rubbish,

        @Schema(
                description =
                        "How pixels become inputs: centred, less the training mean; standardised, also divided by the"
                                + " training standard deviation; paper, background -0.1 and ink 1.175. Any case.",
                defaultValue = "centred",
                allowableValues = {"centred", "standardised", "paper"},
                example = "centred")
        @OneOf(Vocabulary.INPUT_SCALING)
        @LeftOutOrGiven
        @Nullable
        String inputScaling,

        @Schema(description = "Distorts training pictures; left out, as in the recipe") @Valid @Nullable
        AugmentationRequest augmentation,

        @Schema(
                description = "Seed of initialisation and shuffling; the same recipe gives the same weights",
                defaultValue = "42",
                example = "42")
        @LeftOutOrGiven
        @Nullable
        Long seed,

        @Schema(
                description = "Number of training pictures used, from the first; left out, all of them"
                        + " (55,000 of MNIST)",
                example = "5000")
        @Min(1)
        @WithinTrainingSplit
        @LeftOutOrGiven
        @Nullable
        Integer trainingImages,

        @Schema(description = "Ends training when it no longer gets better; left out, all epochs run") @Valid @Nullable
        EarlyStoppingRequest earlyStopping,

        @Schema(
                description = "Versions of one or two models that choose the training pictures by their mistakes, as"
                        + " boosting does. With one, half of the pictures are such as it gets wrong; with two, all are"
                        + " such as they disagree about. Distorted pictures are looked through, up to twenty times the"
                        + " training pictures; without distortions, the training pictures themselves.",
                example = "[3]")
        @Size(min = 1, max = TrainingJobRequest.MOST_HARD_FOR, message = "must have one or two versions")
        @Nullable
        List<@NotNull @RegisteredModel Long> hardFor,

        @Schema(
                description = "Version of a model to learn from, best an ensemble: the network learns what it makes of"
                        + " each picture, not the class alone. The pictures are distorted in twenty ways that take"
                        + " turns. With the losses crossEntropy and map.",
                example = "3")
        @RegisteredModel
        @Nullable
        Long teacher,

        @Schema(
                description = "The teacher's part of what is to be learned; the rest is the class. A setting of"
                        + " teacher only.",
                defaultValue = "0.9",
                example = "0.9")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @Nullable
        Double teacherShare,

        @Schema(description = "A name to find the job by", example = "first try") @Size(max = 100) @PlainText @Nullable
        String name,

        @Schema(description = "Anything worth noting", example = "the article's recipe, shortened")
        @Size(max = 2000)
        @PlainText(multiline = true)
        @Nullable
        String notes,

        @Schema(
                description = "Whether the finished model goes live: always; ifBetter, if its validation accuracy"
                        + " is above the live model's; never. Any case.",
                defaultValue = "ifBetter",
                allowableValues = {"always", "ifBetter", "never"},
                example = "ifBetter")
        @OneOf(Vocabulary.PROMOTION)
        @LeftOutOrGiven
        @Nullable
        String promote,

        @Schema(
                description = "Higher ones start first; of one priority the oldest does",
                defaultValue = "0",
                example = "0")
        @Min(-100)
        @Max(100)
        @LeftOutOrGiven
        @Nullable
        Integer priority,

        @Schema(
                description =
                        "How long it may run, waiting and pauses not counted; past it the job has FAILED and may be"
                                + " retried. Left out, the service's own bound, 24 hours unless configured.",
                example = "3600")
        @Min(1)
        @Max(2_592_000)
        @Nullable
        Long maxDurationSeconds) {

    private static final int MOST_HARD_FOR = 2;

    TrainingJobRequest {
        // One more than are accepted says that there are too many; each that is kept is looked up.
        hardFor = hardFor == null || hardFor.size() <= MOST_HARD_FOR ? hardFor : hardFor.subList(0, MOST_HARD_FOR + 1);
    }

    static final TrainingJobRequest DEFAULTS = new TrainingJobRequest(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * The job asked for, once this request is known to be valid.
     *
     * @param preferredEngine the engine when none is named
     * @param allTrainingImages their number when none is given
     */
    NewTrainingJob toJob(String preferredEngine, int allTrainingImages) {
        Recipe base = base().recipe(preferredEngine, allTrainingImages);
        OptimiserName chosen = optimiserName().orElseThrow();
        boolean same = chosen == OptimiserSettings.of(base.optimiser()).name();
        Recipe wanted = new Recipe(
                or(architecture, base.architecture()),
                or(engine, base.engine()),
                or(epochs, base.epochs()),
                or(batchSize, base.batchSize()),
                or(learningRate, same ? base.learningRate() : chosen.usualLearningRate()),
                settings(chosen).over(base.optimiser()).optimiser(),
                learningRateSchedule == null
                        ? base.learningRateSchedule()
                        : Words.SCHEDULES.value(learningRateSchedule),
                or(warmUpEpochs, base.warmUpEpochs()),
                loss == null ? base.loss() : Words.LOSSES.value(loss),
                or(rubbish, base.rubbish()),
                inputScaling == null ? base.inputScaling() : Words.INPUT_SCALINGS.value(inputScaling),
                augmentation == null ? base.augmentation() : augmentation.over(base.augmentation()),
                or(seed, base.seed()),
                or(trainingImages, base.trainingImages()),
                earlyStopping == null ? base.earlyStopping() : earlyStopping.toEarlyStopping(),
                or(hardFor, base.hardFor()),
                teacher == null ? null : new Distillation(teacher, or(teacherShare, Distillation.USUAL_SHARE)));
        return new NewTrainingJob(
                unlessBlank(name),
                unlessBlank(notes),
                wanted,
                promote == null ? Promotion.IF_BETTER : Words.PROMOTIONS.value(promote),
                or(priority, 0),
                maxDurationSeconds == null ? null : Duration.ofSeconds(maxDurationSeconds),
                null);
    }

    private OptimiserSettings settings(OptimiserName chosen) {
        return new OptimiserSettings(
                chosen, momentum, beta1, beta2, epsilon, damping, weightDecay, gradientClipping, weightAveraging);
    }

    /** The recipe to start from; the article's also where there is none of that name. */
    NamedRecipe base() {
        return NamedRecipe.find(recipe == null ? "" : recipe).orElse(NamedRecipe.ARTICLE);
    }

    /** The optimiser asked for; absent where there is none of that name. */
    Optional<OptimiserName> optimiserName() {
        return optimiser == null
                ? Optional.of(
                        OptimiserSettings.of(base().recipe("", 1).optimiser()).name())
                : Words.OPTIMISERS.find(optimiser);
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
