package lenet.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The paper's figure 5: LeNet-5's error pass by pass, here the mean over the seeds. */
record CurvesFigure(List<RowResult> results) {

    /** The paper's figure ends here; a run that diverges shall not flatten the others. */
    private static final double MOST_PERCENT = 5;

    /** Absent where LeNet-5 was not trained. */
    Optional<Picture> picture() {
        return RowResult.of(Row.LENET5.name(), results).map(result -> {
            List<Series> series = new ArrayList<>();
            series.add(new Series("training", Ink.BLUE, false, means(result, Epoch::trainingError)));
            series.add(new Series("validation", Ink.VERMILION, false, means(result, Epoch::validationError)));
            int passes = series.get(0).points().size();
            double test = 100 * result.spread(Run::testError).mean();
            series.add(
                    new Series("test, after the last pass", Ink.GREEN, true, List.of(new Series.Point(passes, test))));
            return new LinePlot("LeNet-5 of 1998, pass by pass", "passes", 0, passes + 0.5, MOST_PERCENT, series)
                    .picture();
        });
    }

    private static List<Series.Point> means(RowResult result, ToDoubleFunction<Epoch> error) {
        return result.runs().stream()
                .flatMap(run -> run.epochs().stream())
                .collect(Collectors.groupingBy(Epoch::number, Collectors.averagingDouble(error)))
                .entrySet()
                .stream()
                .map(mean -> new Series.Point(mean.getKey(), 100 * mean.getValue()))
                .toList();
    }
}
