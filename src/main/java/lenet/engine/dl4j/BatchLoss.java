package lenet.engine.dl4j;

import java.util.function.IntUnaryOperator;
import lenet.network.Loss;
import lenet.network.Softmax;

/**
 * Loss of some pictures of a batch.
 *
 * @param sum sum of the pictures' losses
 * @param correct number of pictures whose largest logit was their class
 * @param slopes the batch's mean loss derived by the logits, {@code [picture][class]} row-major
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one pass to the next; never compared.
record BatchLoss(double sum, int correct, float[] slopes) {

    static BatchLoss of(Loss loss, float[] logits, int classes, IntUnaryOperator labels, int batchSize) {
        double sum = 0;
        int correct = 0;
        float[] slopes = new float[logits.length];
        double[] ofPicture = new double[classes];
        for (int offset = 0; offset < logits.length; offset += classes) {
            int label = labels.applyAsInt(offset / classes);
            sum += loss.of(logits, offset, label, ofPicture);
            for (int c = 0; c < classes; c++) {
                slopes[offset + c] = (float) (ofPicture[c] / batchSize);
            }
            correct += Softmax.largest(logits, offset, classes) == label ? 1 : 0;
        }
        return new BatchLoss(sum, correct, slopes);
    }
}
