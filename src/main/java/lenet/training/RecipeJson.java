package lenet.training;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as the database and model files have it. Recipes from before there were several optimisers name none and have
 * no gradient clipping: theirs is sgd.
 */
record RecipeJson(
        String architecture,
        String engine,
        int epochs,
        int batchSize,
        double learningRate,
        @Nullable OptimiserName optimiser,
        @Nullable Double momentum,
        @Nullable Double beta1,
        @Nullable Double beta2,
        @Nullable Double epsilon,
        double weightDecay,
        @Nullable Double gradientClipping,
        LearningRateSchedule learningRateSchedule,
        long seed,
        int trainingImages,
        @Nullable EarlyStopping earlyStopping) {

    static RecipeJson of(Recipe recipe) {
        OptimiserSettings settings = OptimiserSettings.of(recipe.optimiser());
        return new RecipeJson(
                recipe.architecture(),
                recipe.engine(),
                recipe.epochs(),
                recipe.batchSize(),
                recipe.learningRate(),
                settings.name(),
                settings.momentum(),
                settings.beta1(),
                settings.beta2(),
                settings.epsilon(),
                recipe.optimiser().weightDecay(),
                settings.gradientClipping(),
                recipe.learningRateSchedule(),
                recipe.seed(),
                recipe.trainingImages(),
                recipe.earlyStopping());
    }

    Recipe recipe() {
        OptimiserName name = Objects.requireNonNullElse(optimiser, OptimiserName.SGD);
        return new Recipe(
                architecture,
                engine,
                epochs,
                batchSize,
                learningRate,
                new OptimiserSettings(name, momentum, beta1, beta2, epsilon, weightDecay, gradientClipping).optimiser(),
                learningRateSchedule,
                seed,
                trainingImages,
                earlyStopping);
    }
}
