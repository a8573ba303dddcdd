package lenet.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/** Which share of the training's time goes into distorting, iteration by iteration. */
final class AugmentationShare {

    private static final String BENCHMARK = ".AugmentationBenchmark.trainInTurns";

    private AugmentationShare() {}

    /** A sentence, from three iterations on with its 99.9 % interval; empty if it was not measured. */
    static String sentence(Collection<RunResult> runs) {
        ListStatistics shares = new ListStatistics();
        runs.stream()
                .filter(run -> run.getParams().getBenchmark().endsWith(BENCHMARK))
                .flatMap(run -> run.getBenchmarkResults().stream())
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .mapToDouble(AugmentationShare::of)
                .forEach(shares::addValue);
        if (shares.getN() == 0) {
            return "";
        }
        String share =
                String.format(Locale.ROOT, "Distorting takes %.1f %% of the steps' time", 100 * shares.getMean());
        double[] interval = shares.getConfidenceIntervalAt(Estimate.CONFIDENCE);
        return Double.isNaN(interval[0])
                ? share + "."
                : share
                        + String.format(
                                Locale.ROOT,
                                " (99.9 %% interval %.1f to %.1f, %d iterations).",
                                100 * interval[0],
                                100 * interval[1],
                                shares.getN());
    }

    /** What the distorted pictures' steps take beyond the plain ones'. */
    private static double of(IterationResult iteration) {
        double distorted = spent(iteration, "distorted");
        return (distorted - spent(iteration, "plain")) / distorted;
    }

    private static double spent(IterationResult iteration, String counter) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(counter), counter)
                .getScore();
    }
}
