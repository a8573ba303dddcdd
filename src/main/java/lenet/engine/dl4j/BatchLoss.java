package lenet.engine.dl4j;

import java.util.function.IntUnaryOperator;
import lenet.network.Softmax;

/**
 * Softmax cross-entropy of some pictures of a batch.
 *
 * @param sum sum of the pictures' losses in nats
 * @param correct number of pictures whose largest logit was their class
 * @param slopes the batch's mean loss derived by the logits, {@code [picture][class]} row-major
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from one pass to the next; never compared.
record BatchLoss(double sum, int correct, float[] slopes) {

    static BatchLoss of(float[] logits, int classes, IntUnaryOperator labels, int batchSize) {
        double sum = 0;
        int correct = 0;
        float[] slopes = new float[logits.length];
        for (int offset = 0; offset < logits.length; offset += classes) {
            int label = labels.applyAsInt(offset / classes);
            double[] probabilities = Softmax.probabilities(logits, offset, classes);
            for (int c = 0; c < classes; c++) {
                slopes[offset + c] = (float) ((probabilities[c] - (c == label ? 1 : 0)) / batchSize);
            }
            sum += Softmax.crossEntropy(logits, offset, classes, label);
            correct += Softmax.largest(logits, offset, classes) == label ? 1 : 0;
        }
        return new BatchLoss(sum, correct, slopes);
    }
}
