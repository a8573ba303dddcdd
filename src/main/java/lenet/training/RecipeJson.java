package lenet.training;

import java.util.List;
import java.util.Objects;
import lenet.dataset.Augmentation;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as the database and model files have it, spelled as a request is. Recipes from before there were several
 * optimisers name none and have no gradient clipping: theirs is sgd. What later ones added is absent, too, and as in the
 * article; enums stood there by their own names, and settings that were not looked at as well.
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
        @Nullable Double damping,
        double weightDecay,
        @Nullable Double gradientClipping,
        @Nullable Double weightAveraging,
        LearningRateSchedule learningRateSchedule,
        @Nullable Double warmUpEpochs,
        @Nullable LossName loss,
        @Nullable Double rubbish,
        @Nullable InputScaling inputScaling,
        @Nullable AugmentationJson augmentation,
        long seed,
        int trainingImages,
        @Nullable EarlyStopping earlyStopping,
        @Nullable List<Long> hardFor,
        @Nullable Long teacher,
        @Nullable Double teacherShare) {

    static RecipeJson of(Recipe recipe) {
        OptimiserSettings settings = OptimiserSettings.of(recipe.optimiser());
        Distillation distillation = recipe.distillation();
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
                settings.damping(),
                recipe.optimiser().weightDecay(),
                settings.gradientClipping(),
                settings.weightAveraging(),
                recipe.learningRateSchedule(),
                recipe.warmUpEpochs(),
                recipe.loss(),
                recipe.loss() == LossName.MAP ? recipe.rubbish() : null,
                recipe.inputScaling(),
                AugmentationJson.of(recipe.augmentation()),
                recipe.seed(),
                recipe.trainingImages(),
                recipe.earlyStopping(),
                recipe.hardFor().isEmpty() ? null : recipe.hardFor(),
                distillation == null ? null : distillation.teacher(),
                distillation == null ? null : distillation.share());
    }

    Recipe recipe() {
        OptimiserName name = Objects.requireNonNullElse(optimiser, OptimiserName.SGD);
        return new Recipe(
                Objects.requireNonNull(architecture, "a recipe has an architecture"),
                Objects.requireNonNull(engine, "a recipe has an engine"),
                epochs,
                batchSize,
                learningRate,
                new OptimiserSettings(
                                name,
                                momentum,
                                beta1,
                                beta2,
                                epsilon,
                                damping,
                                weightDecay,
                                gradientClipping,
                                weightAveraging)
                        .optimiser(),
                Objects.requireNonNull(learningRateSchedule, "a recipe has a learningRateSchedule"),
                Objects.requireNonNullElse(warmUpEpochs, 0.0),
                Objects.requireNonNullElse(loss, LossName.CROSS_ENTROPY),
                Objects.requireNonNullElse(rubbish, LossName.USUAL_RUBBISH),
                Objects.requireNonNullElse(inputScaling, InputScaling.CENTRED),
                augmentation == null ? Augmentation.NONE : augmentation.augmentation(),
                seed,
                trainingImages,
                earlyStopping,
                Objects.requireNonNullElse(hardFor, List.of()),
                teacher == null
                        ? null
                        : new Distillation(
                                teacher, Objects.requireNonNullElse(teacherShare, Distillation.USUAL_SHARE)));
    }
}
