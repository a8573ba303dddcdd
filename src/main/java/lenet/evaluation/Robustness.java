package lenet.evaluation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import lenet.dataset.Corruption;
import lenet.dataset.Images;
import lenet.dataset.LabelledImages;
import lenet.network.Batch;
import lenet.network.Classifier;

/**
 * How a network does on a split whose pictures are corrupted, one corruption after another.
 *
 * @param accuracies top-1 accuracy in [0, 1] under every corruption, the identity included
 */
public record Robustness(Map<Corruption, Double> accuracies) {

    public Robustness {
        if (accuracies.size() != Corruption.values().length) {
            throw new IllegalArgumentException("there are %d corruptions, found the accuracies under %d"
                    .formatted(Corruption.values().length, accuracies.size()));
        }
        accuracies = Map.copyOf(accuracies);
    }

    /**
     * Runs the network once over every corruption of these pictures.
     *
     * @param betweenChunks called every few hundred pictures; it may throw to stop
     */
    public static Robustness of(Classifier classifier, LabelledImages clean, Runnable betweenChunks) {
        Map<Corruption, Double> accuracies = new EnumMap<>(Corruption.class);
        for (Corruption corruption : Corruption.values()) {
            Function<Batch, float[]> logits = batch -> {
                Images corrupted = corruption.of(clean.images(), batch.from(), batch.to(), Corruption.SEED);
                return classifier.logits(corrupted, 0, corrupted.count());
            };
            Predictions predictions = Evaluator.predict(logits, clean, betweenChunks);
            accuracies.put(corruption, new Evaluation(clean, predictions).accuracy());
        }
        return new Robustness(accuracies);
    }

    /** The corruptions, without the identity. */
    public static List<Corruption> corruptions() {
        return Arrays.stream(Corruption.values())
                .filter(corruption -> corruption != Corruption.IDENTITY)
                .toList();
    }

    /** Top-1 accuracy in [0, 1]. */
    public double accuracy(Corruption corruption) {
        return Objects.requireNonNull(accuracies.get(corruption));
    }

    /** Share of the corrupted pictures taken for the wrong class. */
    public double errorRate(Corruption corruption) {
        return 1 - accuracy(corruption);
    }

    /** Error rate on the pictures as they are. */
    public double cleanErrorRate() {
        return errorRate(Corruption.IDENTITY);
    }

    /** Mean error rate over all corruptions, the identity not among them. */
    public double meanErrorRate() {
        return corruptions().stream().mapToDouble(this::errorRate).average().orElseThrow();
    }
}
