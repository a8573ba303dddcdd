package lenet.training;

import lenet.dataset.Augmentation;

/** Recipes for tests, made of others. */
final class Recipes {

    private Recipes() {}

    /** The same on distorted pictures. */
    static Recipe distorted(Recipe recipe, Augmentation augmentation) {
        return new Recipe(
                recipe.architecture(),
                recipe.engine(),
                recipe.epochs(),
                recipe.batchSize(),
                recipe.learningRate(),
                recipe.optimiser(),
                recipe.learningRateSchedule(),
                recipe.warmUpEpochs(),
                recipe.loss(),
                recipe.rubbish(),
                recipe.inputScaling(),
                augmentation,
                recipe.seed(),
                recipe.trainingImages(),
                recipe.earlyStopping());
    }
}
