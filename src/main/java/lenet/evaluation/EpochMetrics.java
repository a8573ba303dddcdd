package lenet.evaluation;

/**
 * One epoch of a learning curve. Losses are those of the recipe: cross-entropy and {@code map} in nats, {@code mse} a mean of
 * squares without a unit.
 *
 * @param epoch 1 for the first
 * @param trainingLoss mean loss over the epoch's batches, each measured before its step, as Keras does
 * @param trainingAccuracy share of hits over the same forward passes, in [0, 1]
 * @param validationLoss mean loss on the validation split after the epoch
 * @param validationAccuracy top-1 accuracy on the validation split after the epoch, in [0, 1]
 * @param learningRate rate of the epoch's first step
 * @param seconds wall-clock time of the epoch, validation included
 * @param imagesPerSecond training images a second, validation excluded
 */
public record EpochMetrics(
        int epoch,
        double trainingLoss,
        double trainingAccuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double seconds,
        double imagesPerSecond) {}
