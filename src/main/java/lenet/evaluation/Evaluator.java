package lenet.evaluation;

import java.util.function.Function;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;
import lenet.network.Batch;
import lenet.network.Classifier;
import lenet.network.Loss;
import lenet.network.Softmax;

/** Runs a network over a whole split. */
public final class Evaluator {

    private static final int CHUNK = 250;

    private Evaluator() {}

    /** A classifier's predictions on every picture. */
    public static Predictions predict(Classifier classifier, LabelledImages images) {
        return predict(classifier, images, () -> {});
    }

    /**
     * A classifier's predictions on every picture.
     *
     * @param betweenChunks called every few hundred pictures; it may throw to stop
     */
    public static Predictions predict(Classifier classifier, LabelledImages images, Runnable betweenChunks) {
        // The batches are ranges of the pictures in their order.
        return predict(batch -> classifier.logits(images.images(), batch.from(), batch.to()), images, betweenChunks);
    }

    /** The network's predictions on every picture, with cross-entropy as their loss. */
    public static Predictions predict(Function<Batch, float[]> logits, LabelledImages images, Runnable betweenChunks) {
        return predict(logits, Loss.CROSS_ENTROPY, images, betweenChunks);
    }

    /**
     * The network's predictions on every picture.
     *
     * @param logits the network: logits {@code [picture][class]} of a batch
     * @param betweenChunks called every few hundred pictures; it may throw to stop
     */
    public static Predictions predict(
            Function<Batch, float[]> logits, Loss loss, LabelledImages images, Runnable betweenChunks) {
        int[] order = IntStream.range(0, images.count()).toArray();
        byte[] predicted = new byte[order.length];
        float[] confidences = new float[order.length];
        double lossSum = 0;
        for (int from = 0; from < order.length; from += CHUNK) {
            betweenChunks.run();
            Batch batch = new Batch(images, order, from, Math.min(from + CHUNK, order.length));
            float[] chunk = logits.apply(batch);
            int classes = chunk.length / batch.size();
            for (int i = 0; i < batch.size(); i++) {
                double[] probabilities = Softmax.probabilities(chunk, i * classes, classes);
                int best = Softmax.largest(chunk, i * classes, classes);
                predicted[from + i] = (byte) best;
                confidences[from + i] = (float) probabilities[best];
                lossSum += loss.of(chunk, i * classes, batch.label(i), new double[classes]);
            }
        }
        return new Predictions(lossSum / order.length, predicted, confidences);
    }

    /**
     * The network's logits of every picture, {@code [picture][class]}.
     *
     * @param network logits of a batch
     * @param betweenChunks called every few hundred pictures; it may throw to stop
     */
    static float[] logits(Function<Batch, float[]> network, LabelledImages images, Runnable betweenChunks) {
        int[] order = IntStream.range(0, images.count()).toArray();
        float[] logits = {};
        for (int from = 0; from < order.length; from += CHUNK) {
            betweenChunks.run();
            Batch batch = new Batch(images, order, from, Math.min(from + CHUNK, order.length));
            float[] chunk = network.apply(batch);
            int classes = chunk.length / batch.size();
            if (from == 0) {
                logits = new float[order.length * classes];
            }
            System.arraycopy(chunk, 0, logits, from * classes, chunk.length);
        }
        return logits;
    }
}
