package lenet.testing;

import lenet.dataset.Images;
import lenet.network.Batch;
import lenet.network.Loss;
import lenet.network.Scaling;
import lenet.network.Softmax;

/** Softmax regression on 84 block means, in the last 850 of {@code values}: LeNet-5's OUTPUT.weight and OUTPUT.bias. */
final class SoftmaxRegression {

    static final int CLASSES = 10;
    static final int FEATURES = 84;
    static final int WEIGHTS = CLASSES * FEATURES;
    static final int COUNT = WEIGHTS + CLASSES;

    private static final int BLOCK_ROWS = 12;
    private static final int BLOCK_COLUMNS = 7;

    private final float[] table;
    private final float[] values;
    private final int first;

    /** Uses {@code values} as they are now and as they become. */
    SoftmaxRegression(Scaling scaling, float[] values) {
        this.table = scaling.table();
        this.values = values;
        this.first = values.length - COUNT;
    }

    /** What one picture added to a step. */
    record Pass(double loss, boolean correct) {}

    /** Means of 12 × 7 blocks that cover the picture. */
    float[] features(Images images, int index) {
        int side = images.side();
        int offset = images.offset(index);
        float[] sums = new float[FEATURES];
        int[] counts = new int[FEATURES];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int block = (y * BLOCK_ROWS / side) * BLOCK_COLUMNS + x * BLOCK_COLUMNS / side;
                sums[block] += table[Byte.toUnsignedInt(images.pixels()[offset + y * side + x])];
                counts[block]++;
            }
        }
        for (int i = 0; i < FEATURES; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return sums;
    }

    void logits(float[] features, float[] logits, int offset) {
        for (int c = 0; c < CLASSES; c++) {
            float sum = values[first + WEIGHTS + c];
            for (int f = 0; f < FEATURES; f++) {
                sum += values[first + c * FEATURES + f] * features[f];
            }
            logits[offset + c] = sum;
        }
    }

    /** One forward and backward pass of the batch's picture {@code i}; adds the gradient to {@code gradient}. */
    Pass pass(Batch batch, int i, float[] gradient) {
        float[] features = features(batch.data().images(), batch.index(i));
        float[] logits = new float[CLASSES];
        logits(features, logits, 0);
        double[] slopes = new double[CLASSES];
        double loss = batch.loss(Loss.CROSS_ENTROPY, logits, 0, i, slopes);
        for (int c = 0; c < CLASSES; c++) {
            float slope = (float) slopes[c];
            gradient[WEIGHTS + c] += slope;
            for (int f = 0; f < FEATURES; f++) {
                gradient[c * FEATURES + f] += slope * features[f];
            }
        }
        return new Pass(loss, Softmax.largest(logits, 0, CLASSES) == batch.label(i));
    }
}
