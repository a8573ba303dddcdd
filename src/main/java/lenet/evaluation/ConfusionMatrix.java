package lenet.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/** How often each true class (row) was taken for each class (column). */
public final class ConfusionMatrix {

    private final int[][] counts;

    private ConfusionMatrix(int[][] counts) {
        this.counts = counts;
    }

    /** Counts {@code predicted} against {@code labels}, picture by picture. */
    public static ConfusionMatrix of(int classes, byte[] labels, byte[] predicted) {
        if (labels.length != predicted.length) {
            throw new IllegalArgumentException(
                    "%,d labels but %,d predictions".formatted(labels.length, predicted.length));
        }
        int[][] counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            counts[labels[i]][predicted[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    /** A copy of the counts, {@code [true class][predicted class]}. */
    public int[][] counts() {
        int[][] copy = new int[counts.length][];
        for (int row = 0; row < counts.length; row++) {
            copy[row] = counts[row].clone();
        }
        return copy;
    }

    /** Number of pictures. */
    public int total() {
        return IntStream.range(0, counts.length).map(this::support).sum();
    }

    /** Number of pictures whose class was found. */
    public int correct() {
        return IntStream.range(0, counts.length).map(i -> counts[i][i]).sum();
    }

    /** Top-1 accuracy in [0, 1]. */
    public double accuracy() {
        return ratio(correct(), total());
    }

    /** Precision and recall of every class. */
    public List<ClassScore> classScores() {
        return IntStream.range(0, counts.length).mapToObj(this::classScore).toList();
    }

    private ClassScore classScore(int digit) {
        int hits = counts[digit][digit];
        int predicted =
                IntStream.range(0, counts.length).map(row -> counts[row][digit]).sum();
        return new ClassScore(digit, support(digit), ratio(hits, predicted), ratio(hits, support(digit)));
    }

    private int support(int row) {
        return IntStream.of(counts[row]).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
