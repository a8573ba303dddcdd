package lenet.image;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Runs that differ in a few settings, and what came out: the content of a {@link ParallelCoordinatesPlot} or a
 * {@link RunScatterPlot}. Title and subtitle may be empty.
 *
 * @param axes the settings, one or more
 * @param scoreName what the score is, such as "validation loss"
 * @param lowerIsBetter what the colours go by
 * @param runs the best first
 */
public record RunComparison(
        String title,
        String subtitle,
        List<RunAxis> axes,
        String scoreName,
        boolean lowerIsBetter,
        List<RunPoint> runs) {

    /** Losses that differ by more than this factor share an axis better by their logarithms. */
    private static final double WIDE = 8;

    public RunComparison {
        axes = List.copyOf(axes);
        runs = List.copyOf(runs);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one axis");
        }
        for (RunPoint run : runs) {
            if (run.values().size() != axes.size()) {
                throw new IllegalArgumentException("%s has %d values for %d axes"
                        .formatted(run.name(), run.values().size(), axes.size()));
            }
        }
    }

    AxisScale scale(int axis) {
        return AxisScale.of(
                axes.get(axis),
                runs.stream().mapToDouble(run -> run.values().get(axis)).toArray());
    }

    AxisScale scoreScale() {
        double[] scores = scored().stream().mapToDouble(RunPoint::score).toArray();
        double smallest = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            smallest = Math.min(smallest, score);
            greatest = Math.max(greatest, score);
        }
        boolean wide = lowerIsBetter && smallest > 0 && greatest / smallest > WIDE;
        return AxisScale.of(RunAxis.ofNumbers(scoreName, wide), scores);
    }

    /** The runs with a score, the best last so that it is drawn above the others. */
    List<RunPoint> scored() {
        List<RunPoint> scored =
                new ArrayList<>(runs.stream().filter(RunPoint::hasScore).toList());
        Collections.reverse(scored);
        return scored;
    }

    List<RunPoint> unscored() {
        return runs.stream().filter(run -> !run.hasScore()).toList();
    }

    Optional<RunPoint> best() {
        return runs.stream().filter(RunPoint::hasScore).findFirst();
    }

    /** Colour of a score at {@code position} of its axis, 0 … 1: the better the darker. */
    Color colour(double position) {
        return ScoreColours.at(lowerIsBetter ? 1 - position : position);
    }

    String direction() {
        return lowerIsBetter ? "lower is better" : "higher is better";
    }
}
