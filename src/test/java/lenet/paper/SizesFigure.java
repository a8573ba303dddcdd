package lenet.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The paper's figure 6: LeNet-5's error over the number of its training pictures, here the mean over the seeds. */
record SizesFigure(List<RowResult> results) {

    private static final int ALL_HERE = 55_000;
    private static final int ALL_IN_PAPER = 60_000;
    private static final double MOST_PERCENT = 5;

    /** Absent where no number but the whole was trained with. */
    Optional<Picture> picture() {
        Map<Integer, RowResult> sizes = new LinkedHashMap<>();
        find(Row.LENET5_15000).ifPresent(result -> sizes.put(15_000, result));
        find(Row.LENET5_30000).ifPresent(result -> sizes.put(30_000, result));
        if (sizes.isEmpty()) {
            return Optional.empty();
        }
        find(Row.LENET5).ifPresent(result -> sizes.put(ALL_HERE, result));
        List<Series> series = new ArrayList<>();
        series.add(new Series("training", Ink.BLUE, false, points(sizes, SizesFigure::lastTrainingError)));
        series.add(new Series("test", Ink.VERMILION, false, points(sizes, Run::testError)));
        find(Row.LENET5_DISTORTED)
                .ifPresent(result -> series.add(new Series(
                        "test, with distortions", Ink.GREEN, true, points(Map.of(ALL_HERE, result), Run::testError))));
        series.add(published("the paper's test", false, Row.LENET5.published()));
        series.add(published("the paper's, with distortions", true, Row.LENET5_DISTORTED.published()));
        return Optional.of(new LinePlot(
                        "LeNet-5 of 1998, by number of training pictures",
                        "training pictures",
                        0,
                        65_000,
                        MOST_PERCENT,
                        series)
                .picture());
    }

    private Optional<RowResult> find(Row row) {
        return RowResult.of(row.name(), results);
    }

    private static Series published(String name, boolean isHollow, @Nullable Published published) {
        double errorRate = Objects.requireNonNull(published).errorRate();
        return new Series(name, Ink.PAPER, isHollow, List.of(new Series.Point(ALL_IN_PAPER, 100 * errorRate)));
    }

    private static List<Series.Point> points(Map<Integer, RowResult> sizes, Function<Run, Double> error) {
        return sizes.entrySet().stream()
                .map(size -> new Series.Point(
                        size.getKey(), 100 * size.getValue().spread(error).mean()))
                .toList();
    }

    private static double lastTrainingError(Run run) {
        return run.epochs().get(run.epochs().size() - 1).trainingError();
    }
}
