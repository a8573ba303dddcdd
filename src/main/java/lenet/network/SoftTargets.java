package lenet.network;

/**
 * What a teacher makes of pictures, to be learned beside their classes (Hinton, Vinyals and Dean, <i>Distilling the
 * Knowledge in a Neural Network</i>, 2015): a picture's target is {@code share} of the teacher's probabilities, and for the
 * rest its class. Fits losses that are cross-entropies.
 *
 * @param probabilities {@code [picture][class]} row-major, those of one picture adding up to 1; shared and never written to
 * @param share the teacher's part of the target, in [0, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // Shared for a whole epoch; never compared.
public record SoftTargets(float[] probabilities, int classes, double share) {

    public SoftTargets {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a teacher's share lies in [0, 1], found " + share);
        }
    }

    /**
     * Turns a picture's loss by its class into the one by its target, and the slopes with it.
     *
     * @param loss by the class {@code label}
     * @param logits the picture's start at {@code offset}
     * @param slopes by the class as given, by the target afterwards
     */
    double soften(double loss, float[] logits, int offset, int picture, int label, double[] slopes) {
        double softened = loss;
        for (int c = 0; c < classes; c++) {
            double certain = c == label ? 1 : 0;
            double target = share * probabilities[picture * classes + c] + (1 - share) * certain;
            slopes[c] += certain - target;
            softened += (certain - target) * logits[offset + c];
        }
        return softened;
    }
}
