package lenet.training;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import lenet.dataset.Augmentation;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.LearningCurve;
import lenet.evaluation.Monitor;
import lenet.network.ArchitectureCatalogue;
import lenet.network.Optimiser;
import org.jspecify.annotations.Nullable;

/**
 * Every hyperparameter of one training; together with the data set and the engine it determines the weights bit for
 * bit.
 *
 * @param architecture name in the catalogue
 * @param engine name of the engine that trains
 * @param epochs passes over the training images
 * @param batchSize pictures a step; the last batch of an epoch may be smaller
 * @param learningRate rate of the first step
 * @param optimiser how gradients move the weights
 * @param warmUpEpochs epochs, or a part of one, over which the rate rises from 0 at the start
 * @param loss what training makes small
 * @param rubbish the penalty of the rubbish class, where the loss has one
 * @param inputScaling how pixels become inputs
 * @param augmentation how training pictures are distorted
 * @param seed of initialisation and shuffling
 * @param trainingImages number of training pictures used, from the first
 * @param earlyStopping absent when all epochs are to run
 * @param hardFor versions of models that choose the pictures by their mistakes, see {@link HardPictures}; mostly none
 * @param distillation a model to learn from; absent when the classes are all there is to learn
 */
public record Recipe(
        String architecture,
        String engine,
        int epochs,
        int batchSize,
        double learningRate,
        Optimiser optimiser,
        LearningRateSchedule learningRateSchedule,
        double warmUpEpochs,
        LossName loss,
        double rubbish,
        InputScaling inputScaling,
        Augmentation augmentation,
        long seed,
        int trainingImages,
        @Nullable EarlyStopping earlyStopping,
        List<Long> hardFor,
        @Nullable Distillation distillation) {

    public Recipe {
        hardFor = List.copyOf(hardFor);
        // What is not looked at is as usual: recipes that mean the same are equal.
        rubbish = loss == LossName.MAP ? rubbish : LossName.USUAL_RUBBISH;
        augmentation = augmentation.isNone() ? Augmentation.NONE : augmentation;
        if (distillation != null && (loss == LossName.MSE || !hardFor.isEmpty())) {
            throw new IllegalArgumentException(
                    "a teacher teaches probabilities, of all pictures, found %s and %s".formatted(loss, hardFor));
        }
        if (hardFor.size() > HardPictures.MOST_MODELS) {
            throw new IllegalArgumentException(
                    "at most %d models choose pictures, found %s".formatted(HardPictures.MOST_MODELS, hardFor));
        }
    }

    /** A recipe for pictures as the data set has them. */
    public Recipe(
            String architecture,
            String engine,
            int epochs,
            int batchSize,
            double learningRate,
            Optimiser optimiser,
            LearningRateSchedule learningRateSchedule,
            double warmUpEpochs,
            LossName loss,
            double rubbish,
            InputScaling inputScaling,
            Augmentation augmentation,
            long seed,
            int trainingImages,
            @Nullable EarlyStopping earlyStopping) {
        this(
                architecture,
                engine,
                epochs,
                batchSize,
                learningRate,
                optimiser,
                learningRateSchedule,
                warmUpEpochs,
                loss,
                rubbish,
                inputScaling,
                augmentation,
                seed,
                trainingImages,
                earlyStopping,
                List.of(),
                null);
    }

    /** A recipe of the article's kind: no warm-up, cross-entropy, centred inputs, pictures as they are. */
    public Recipe(
            String architecture,
            String engine,
            int epochs,
            int batchSize,
            double learningRate,
            Optimiser optimiser,
            LearningRateSchedule learningRateSchedule,
            long seed,
            int trainingImages,
            @Nullable EarlyStopping earlyStopping) {
        this(
                architecture,
                engine,
                epochs,
                batchSize,
                learningRate,
                optimiser,
                learningRateSchedule,
                0,
                LossName.CROSS_ENTROPY,
                LossName.USUAL_RUBBISH,
                InputScaling.CENTRED,
                Augmentation.NONE,
                seed,
                trainingImages,
                earlyStopping);
    }

    /**
     * The article's recipe, the default: LeNet-5, plain SGD at 0.01, batches of 32, 20 epochs.
     *
     * @param engine name of the engine that trains
     * @param trainingImages number of training pictures used
     */
    public static Recipe article(String engine, int trainingImages) {
        return new Recipe(
                ArchitectureCatalogue.LENET5.name(),
                engine,
                20,
                32,
                OptimiserName.SGD.usualLearningRate(),
                Optimiser.SGD,
                LearningRateSchedule.CONSTANT,
                42,
                trainingImages,
                null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Recipe of(RecipeJson json) {
        return json.recipe();
    }

    @JsonValue
    RecipeJson json() {
        return RecipeJson.of(this);
    }

    /** The same with another seed. */
    public Recipe withSeed(long otherSeed) {
        return with(otherSeed, hardFor);
    }

    /** The same for the next of several boosted networks: with another seed, and pictures that are hard for {@code models}. */
    public Recipe boostedBy(List<Long> models) {
        return with(seed + models.size(), models);
    }

    private Recipe with(long otherSeed, List<Long> models) {
        return new Recipe(
                architecture,
                engine,
                epochs,
                batchSize,
                learningRate,
                optimiser,
                learningRateSchedule,
                warmUpEpochs,
                loss,
                rubbish,
                inputScaling,
                augmentation,
                otherSeed,
                trainingImages,
                earlyStopping,
                models,
                distillation);
    }

    /** Versions of the models without which it cannot be trained: those that choose the pictures, or the teacher. */
    List<Long> neededModels() {
        return distillation == null ? hardFor : List.of(distillation.teacher());
    }

    /** Steps an epoch. */
    int batchesPerEpoch() {
        return (trainingImages + batchSize - 1) / batchSize;
    }

    /** The epoch that counts as best: by early stopping's rule, or by validation loss. */
    public Optional<EpochMetrics> best(LearningCurve curve) {
        return earlyStopping == null
                ? curve.best(Monitor.VALIDATION_LOSS, 0)
                : curve.best(earlyStopping.monitor(), earlyStopping.minDelta());
    }

    boolean stopsAfter(LearningCurve curve) {
        return curve.epochs().size() >= epochs || (earlyStopping != null && earlyStopping.stopsAfter(curve));
    }

    boolean restoresBestWeights() {
        return earlyStopping != null && earlyStopping.restoreBestWeights();
    }
}
