package lenet.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;

/** A network's predictions on a split, held against the split's labels. */
public final class Evaluation {

    private static final int CLASSES = 10;

    private final LabelledImages images;
    private final Predictions predictions;
    private final ConfusionMatrix confusionMatrix;

    /** Joins predictions with the pictures they were made on, in the same order. */
    public Evaluation(LabelledImages images, Predictions predictions) {
        this.images = images;
        this.predictions = predictions;
        this.confusionMatrix = ConfusionMatrix.of(CLASSES, images.labels(), predictions.predicted());
    }

    /** One picture and what the network said. */
    public record Example(int index, int label, int predicted, double confidence) {

        /** Whether the network was right. */
        public boolean correct() {
            return label == predicted;
        }
    }

    /** Mean cross-entropy in nats. */
    public double loss() {
        return predictions.loss();
    }

    /** Top-1 accuracy in [0, 1]. */
    public double accuracy() {
        return confusionMatrix.accuracy();
    }

    /** Share of pictures taken for the wrong class, 1 − accuracy: what the paper calls the error rate. */
    public double errorRate() {
        return 1 - accuracy();
    }

    /** Row is the true class, column the predicted one. */
    public ConfusionMatrix confusionMatrix() {
        return confusionMatrix;
    }

    /** How often the network is right, held against how sure it is. */
    public Reliability reliability() {
        return Reliability.of(images.labels(), predictions);
    }

    /** How many errors are left, the more unsure answers are rejected. */
    public RejectionCurve rejectionCurve() {
        return RejectionCurve.of(images.labels(), predictions);
    }

    /** All right, or all wrong, pictures, the most confident first. */
    public List<Example> examples(boolean correct) {
        return IntStream.range(0, predictions.count())
                .mapToObj(this::example)
                .filter(example -> example.correct() == correct)
                .sorted(Comparator.comparingDouble(Example::confidence).reversed())
                .toList();
    }

    private Example example(int index) {
        return new Example(
                index,
                images.label(index),
                predictions.predicted()[index],
                predictions.confidences()[index]);
    }
}
