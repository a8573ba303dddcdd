package lenet.web;

import io.swagger.v3.oas.annotations.media.Schema;
import lenet.training.EarlyStopping;
import lenet.training.Recipe;
import org.jspecify.annotations.Nullable;

/** A recipe with every default filled in; sent back as a request it gives the same training. */
@Schema(name = "Recipe", description = "Every hyperparameter of a training, defaults filled in.")
record RecipeResponse(
        String architecture,
        String engine,
        int epochs,
        int batchSize,
        double learningRate,
        double momentum,
        double weightDecay,
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
        EarlyStopping stopping = recipe.earlyStopping();
        return new RecipeResponse(
                recipe.architecture(),
                recipe.engine(),
                recipe.epochs(),
                recipe.batchSize(),
                recipe.learningRate(),
                recipe.momentum(),
                recipe.weightDecay(),
                Words.SCHEDULES.of(recipe.learningRateSchedule()),
                recipe.seed(),
                recipe.trainingImages(),
                stopping == null ? null : Stopping.of(stopping));
    }
}
