package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import lenet.training.EarlyStopping;
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
        double weightDecay,

        @Schema(description = "Largest L2 norm of the whole gradient") @Nullable
        Double gradientClipping,

        String learningRateSchedule,
        long seed,
        int trainingImages,
        @Nullable Stopping earlyStopping) {

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

    static RecipeResponse of(Recipe recipe) {
        OptimiserSettings settings = OptimiserSettings.of(recipe.optimiser());
        EarlyStopping stopping = recipe.earlyStopping();
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
                recipe.optimiser().weightDecay(),
                settings.gradientClipping(),
                Words.SCHEDULES.of(recipe.learningRateSchedule()),
                recipe.seed(),
                recipe.trainingImages(),
                stopping == null ? null : Stopping.of(stopping));
    }
}
