package lenet.network;

/** Softmax and its loss over the logits of one picture. */
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

    /**
     * Cross-entropy of one picture in nats, {@code log Σ exp(logit) − logit[label]}; finite for every finite logit,
     * where the logarithm of a rounded probability would not be.
     */
    public static double crossEntropy(float[] logits, int offset, int classes, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes; i++) {
            largest = Math.max(largest, logits[offset + i]);
        }
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += Math.exp(logits[offset + i] - largest);
        }
        return Math.log(sum) + largest - logits[offset + label];
    }

    /** The class with the largest of the {@code classes} logits that start at {@code offset}; the first of equals. */
    public static int largest(float[] logits, int offset, int classes) {
        int largest = 0;
        for (int i = 1; i < classes; i++) {
            if (logits[offset + i] > logits[offset + largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
