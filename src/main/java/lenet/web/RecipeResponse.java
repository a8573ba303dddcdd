package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import lenet.dataset.Augmentation;
import lenet.training.Distillation;
import lenet.training.EarlyStopping;
import lenet.training.LossName;
import lenet.training.OptimiserSettings;
import lenet.training.Recipe;
import org.jspecify.annotations.Nullable;

/** A recipe with every default filled in; sent back as a request it gives the same training. */
@Schema(
        name = "Recipe",
        description =
                "Every hyperparameter of a training, defaults filled in. Settings that its optimiser does not take"
                        + " are null. Sent back as a request it gives the same training.")
record RecipeResponse(
        String architecture,
        String engine,
        int epochs,
        int batchSize,
        double learningRate,
        String optimiser,

        @Schema(description = "Of sgd and nesterov") @Nullable
        Double momentum,

        @Schema(description = "Of adam") @Nullable Double beta1,
        @Schema(description = "Of adam") @Nullable Double beta2,
        @Schema(description = "Of adam") @Nullable Double epsilon,

        @Schema(description = "Of levenbergMarquardt") @Nullable
        Double damping,

        double weightDecay,

        @Schema(description = "Largest L2 norm of the whole gradient") @Nullable
        Double gradientClipping,

        @Schema(description = "Decay of the moving average of the weights that answers") @Nullable
        Double weightAveraging,

        String learningRateSchedule,
        double warmUpEpochs,
        String loss,
        @Schema(description = "Of the loss map") @Nullable Double rubbish,
        String inputScaling,
        @Nullable Distortions augmentation,
        long seed,
        int trainingImages,
        @Nullable Stopping earlyStopping,

        @Schema(
                description = "The versions of the models whose mistakes choose the pictures, as in a boosted ensemble;"
                        + " null where none do")
        @Nullable
        List<Long> hardFor,

        @Schema(description = "The version of the model to learn from; null where there is none") @Nullable
        Long teacher,

        @Schema(description = "The teacher's part of what is to be learned") @Nullable
        Double teacherShare) {

    /** Early stopping's settings. */
    @Schema(name = "EarlyStopping", description = "When training ends before its last epoch.")
    record Stopping(int patience, double minDelta, String monitor, boolean restoreBestWeights) {

        private static Stopping of(EarlyStopping stopping) {
            return new Stopping(
                    stopping.patience(),
                    stopping.minDelta(),
                    Words.MONITORS.of(stopping.monitor()),
                    stopping.restoreBestWeights());
        }
    }

    /** Distortions of the training pictures. */
    @Schema(name = "Augmentation", description = "How far training pictures are distorted.")
    record Distortions(
            double rotation,
            double translation,
            double scaling,
            double squeezing,
            double shearing,
            double elastic,
            double elasticSmoothing,
            double strokeWidth) {

        private static @Nullable Distortions of(Augmentation augmentation) {
            return augmentation.isNone()
                    ? null
                    : new Distortions(
                            augmentation.rotation(),
                            augmentation.translation(),
                            augmentation.scaling(),
                            augmentation.squeezing(),
                            augmentation.shearing(),
                            augmentation.elastic(),
                            augmentation.elasticSmoothing(),
                            augmentation.strokeWidth());
        }
    }

    static RecipeResponse of(Recipe recipe) {
        OptimiserSettings settings = OptimiserSettings.of(recipe.optimiser());
        EarlyStopping stopping = recipe.earlyStopping();
        Distillation distillation = recipe.distillation();
        return new RecipeResponse(
                recipe.architecture(),
                recipe.engine(),
                recipe.epochs(),
                recipe.batchSize(),
                recipe.learningRate(),
                Words.OPTIMISERS.of(settings.name()),
                settings.momentum(),
                settings.beta1(),
                settings.beta2(),
                settings.epsilon(),
                settings.damping(),
                recipe.optimiser().weightDecay(),
                settings.gradientClipping(),
                settings.weightAveraging(),
                Words.SCHEDULES.of(recipe.learningRateSchedule()),
                recipe.warmUpEpochs(),
                Words.LOSSES.of(recipe.loss()),
                recipe.loss() == LossName.MAP ? recipe.rubbish() : null,
                Words.INPUT_SCALINGS.of(recipe.inputScaling()),
                Distortions.of(recipe.augmentation()),
                recipe.seed(),
                recipe.trainingImages(),
                stopping == null ? null : Stopping.of(stopping),
                recipe.hardFor().isEmpty() ? null : recipe.hardFor(),
                distillation == null ? null : distillation.teacher(),
                distillation == null ? null : distillation.share());
    }
}
