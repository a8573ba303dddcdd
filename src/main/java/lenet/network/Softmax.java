package lenet.network;

/** Softmax over the logits of one picture. */
public final class Softmax {

    private Softmax() {}

    /** Probabilities of the {@code classes} logits that start at {@code offset}; they sum to 1. */
    public static double[] probabilities(float[] logits, int offset, int classes) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            largest = Math.max(largest, logits[offset + i]);
        }
        double[] probabilities = new double[classes];
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            probabilities[i] = Math.exp(logits[offset + i] - largest);
            sum += probabilities[i];
        }
        for (int i = 0; i < classes; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
