package lenet.evaluation;

/**
 * What a network said about every picture of a split.
 *
 * @param loss mean cross-entropy in nats
 * @param predicted the predicted class of each picture, in the split's order; never written to
 * @param confidences the probability of that class, in [0, 1]; never written to
 */
@SuppressWarnings("ArrayRecordComponent") // Ten thousand values, handed on and never compared.
public record Predictions(double loss, byte[] predicted, float[] confidences) {

    public Predictions {
        if (predicted.length != confidences.length) {
            throw new IllegalArgumentException(
                    "%,d predictions but %,d confidences".formatted(predicted.length, confidences.length));
        }
    }

    /** Number of pictures. */
    public int count() {
        return predicted.length;
    }
}
