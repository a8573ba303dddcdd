package lenet.network;

/**
 * What one training step saw before it changed the weights.
 *
 * @param lossSum sum of the pictures' losses, of the kind that is trained on; NaN or infinite when training has diverged
 * @param correct number of pictures whose largest logit was their class
 */
public record StepResult(double lossSum, int correct) {}
