package lenet.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lenet.dataset.LabelledImages;

/** Two networks on the same pictures. */
public record Comparison(LabelledImages images, Predictions first, Predictions second) {

    public Comparison {
        if (first.count() != images.count() || second.count() != images.count()) {
            throw new IllegalArgumentException("%,d pictures need as many predictions of both, found %,d and %,d"
                    .formatted(images.count(), first.count(), second.count()));
        }
    }

    /** A picture that the two take for different digits. */
    public record Difference(
            int index, int label, int first, float firstConfidence, int second, float secondConfidence) {}

    /** The pictures that the two take for different digits; those on which both are most sure come first. */
    public List<Difference> differences() {
        return IntStream.range(0, images.count())
                .filter(i -> first.predicted()[i] != second.predicted()[i])
                .mapToObj(this::difference)
                .sorted(Comparator.comparingDouble(found -> -(found.firstConfidence() + found.secondConfidence())))
                .toList();
    }

    /** Number of pictures on which the first is right or not, and so the second. */
    public int count(boolean firstRight, boolean secondRight) {
        return (int) IntStream.range(0, images.count())
                .filter(i -> (first.predicted()[i] == images.label(i)) == firstRight
                        && (second.predicted()[i] == images.label(i)) == secondRight)
                .count();
    }

    /** Whether the difference in accuracy may be chance. */
    public McNemar mcNemar() {
        return new McNemar(count(true, false), count(false, true));
    }

    private Difference difference(int index) {
        return new Difference(
                index,
                images.label(index),
                first.predicted()[index],
                first.confidences()[index],
                second.predicted()[index],
                second.confidences()[index]);
    }
}
