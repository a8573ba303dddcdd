package lenet.image;

/**
 * One epoch of a {@link LearningCurvePlot}: losses in nats, accuracies as shares in 0 … 1. {@code NaN} where there is no
 * value; the curve then has a gap.
 */
public record CurvePoint(
        int epoch, double trainingLoss, double validationLoss, double trainingAccuracy, double validationAccuracy) {}
