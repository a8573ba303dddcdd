package lenet.engine.vector;

import static lenet.engine.vector.Lanes.BLOCK;

import java.util.Arrays;
import lenet.network.Batch;
import lenet.network.Loss;
import lenet.network.StepResult;

/** The loss of a block's pictures, and its slopes by their logits. */
final class BlockLoss {

    private final Loss loss;
    private final int classes;

    BlockLoss(Loss loss, int classes) {
        this.loss = loss;
        this.classes = classes;
    }

    /**
     * The loss of the block's {@code pictures}, which are the batch's from {@code first} on; the slopes of what else the
     * block has room for are zero, so that they teach nothing. One picture's loss counts one over the batch size.
     */
    StepResult of(Activations logits, int pictures, Batch batch, int first) {
        float weight = 1f / batch.size();
        Arrays.fill(logits.slopes(), 0);
        double lossSum = 0;
        int correct = 0;
        float[] own = new float[classes];
        double[] slopes = new double[classes];
        for (int picture = 0; picture < pictures; picture++) {
            correct += copy(logits, picture, own) == batch.label(first + picture) ? 1 : 0;
            lossSum += batch.loss(loss, own, 0, first + picture, slopes);
            for (int c = 0; c < classes; c++) {
                logits.slopes()[c * BLOCK + picture] = (float) slopes[c] * weight;
            }
        }
        return new StepResult(lossSum, correct);
    }

    /**
     * Second derivatives of the loss by the logits of the same pictures; they do not depend on a teacher.
     *
     * @param to is given them where {@code logits} has the slopes
     */
    void curvature(Activations logits, int pictures, Batch batch, int first, float[] to) {
        float weight = 1f / batch.size();
        Arrays.fill(to, 0);
        float[] own = new float[classes];
        double[] slopes = new double[classes];
        double[] curvature = new double[classes];
        for (int picture = 0; picture < pictures; picture++) {
            int truth = batch.label(first + picture);
            copy(logits, picture, own);
            loss.of(own, 0, truth, slopes);
            loss.curvature(slopes, truth, curvature);
            for (int c = 0; c < classes; c++) {
                to[c * BLOCK + picture] = (float) curvature[c] * weight;
            }
        }
    }

    /** Copies a picture's logits, and returns the class with the largest, the first of equals. */
    private int copy(Activations logits, int picture, float[] own) {
        int best = 0;
        for (int c = 0; c < classes; c++) {
            own[c] = logits.values()[c * BLOCK + picture];
            best = own[c] > own[best] ? c : best;
        }
        return best;
    }
}
