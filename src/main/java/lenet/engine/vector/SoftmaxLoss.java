package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import lenet.network.StepResult;

/** Softmax cross-entropy of a block's pictures, and its slopes by their logits. */
final class SoftmaxLoss {

    private final int classes;

    SoftmaxLoss(int classes) {
        this.classes = classes;
    }

    /**
     * The loss of the block's first {@code pictures}; the slopes of the others are zero, so that they teach nothing.
     *
     * @param weight what one picture's loss counts in the batch's: one over the batch size
     */
    StepResult of(Activations logits, int pictures, IntUnaryOperator label, float weight) {
        float[] values = logits.values();
        float[] slopes = logits.slopes();
        Arrays.fill(slopes, 0);
        double lossSum = 0;
        int correct = 0;
        // The same bits on every JDK, which Math.exp does not promise.
        double[] exponentials = new double[classes];
        for (int picture = 0; picture < pictures; picture++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = values[c * BLOCK + picture] > values[best * BLOCK + picture] ? c : best;
            }
            float largest = values[best * BLOCK + picture];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                exponentials[c] = StrictMath.exp(values[c * BLOCK + picture] - (double) largest);
                sum += exponentials[c];
            }
            int truth = label.applyAsInt(picture);
            for (int c = 0; c < classes; c++) {
                double slope = exponentials[c] / sum - (c == truth ? 1 : 0);
                slopes[c * BLOCK + picture] = (float) slope * weight;
            }
            lossSum += StrictMath.log(sum) + largest - values[truth * BLOCK + picture];
            correct += best == truth ? 1 : 0;
        }
        return new StepResult(lossSum, correct);
    }
}
