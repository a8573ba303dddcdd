package lenet.engine.dl4j;

import lenet.network.Batch;
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

    /** That of the batch's pictures from {@code first} on, one for each {@code classes} logits. */
    static BatchLoss of(Loss loss, float[] logits, int classes, Batch batch, int first) {
        double sum = 0;
        int correct = 0;
        float[] slopes = new float[logits.length];
        double[] ofPicture = new double[classes];
        for (int offset = 0; offset < logits.length; offset += classes) {
            int picture = first + offset / classes;
            sum += batch.loss(loss, logits, offset, picture, ofPicture);
            for (int c = 0; c < classes; c++) {
                slopes[offset + c] = (float) (ofPicture[c] / batch.size());
            }
            correct += Softmax.largest(logits, offset, classes) == batch.label(picture) ? 1 : 0;
        }
        return new BatchLoss(sum, correct, slopes);
    }
}
