package lenet.model;

/**
 * How good a model is; accuracies in [0, 1], losses in nats. Models are chosen by the validation figures, the test
 * figures are reported.
 */
public record Scores(double validationAccuracy, double validationLoss, double testAccuracy, double testLoss) {}
