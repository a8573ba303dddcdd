package lenet.benchmark;

import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/**
 * One contestant's result at one task.
 *
 * @param estimate the mean throughput, or the median latency
 * @param slowTenth the time that nine of ten calls stay below, 0 unless the task is a latency
 * @param slowHundredth the time that 99 of 100 calls stay below, likewise
 */
record Measured(Task task, String contestant, Estimate estimate, double slowTenth, double slowHundredth) {

    /** What JMH found, in the table's terms; empty if the benchmark is not one of the comparison's. */
    static Optional<Measured> of(RunResult run) {
        String benchmark = run.getParams().getBenchmark();
        int dot = benchmark.lastIndexOf('.');
        String owner = benchmark.substring(benchmark.lastIndexOf('.', dot - 1) + 1, dot);
        return Task.of(benchmark.substring(dot + 1))
                .flatMap(task -> contestant(owner, run).map(contestant -> measured(task, contestant, run)));
    }

    private static Optional<String> contestant(String benchmarkClass, RunResult run) {
        return switch (benchmarkClass) {
            case "EngineBenchmark" ->
                Optional.of(Contestant.valueOf(run.getParams().getParam("contestant"))
                        .label());
            case "DjlBenchmark" -> Optional.of("DJL/PyTorch, " + threads(run));
            case "OnnxRuntimeBenchmark" -> Optional.of("ONNX Runtime, " + threads(run));
            case "FmaPeak" -> Optional.of("the machine");
            default -> Optional.empty();
        };
    }

    private static String threads(RunResult run) {
        String threads = run.getParams().getParam("threads");
        return threads.equals("1") ? "1 thread" : threads + " threads";
    }

    private static Measured measured(Task task, String contestant, RunResult run) {
        Result<?> result = run.getPrimaryResult();
        if (task.isLatency()) {
            Statistics times = result.getStatistics();
            return new Measured(
                    task,
                    contestant,
                    Estimate.of(times.getPercentile(50), intervalOfMedians(run)),
                    times.getPercentile(90),
                    times.getPercentile(99));
        }
        Estimate mean = Estimate.of(result.getScore(), result.getScoreConfidence());
        boolean vectors = !task.isTraining() && task != Task.CLASSIFY_128;
        return new Measured(task, contestant, vectors ? mean.times(FmaPeak.FLOP / 1e9) : mean, 0, 0);
    }

    /** JMH's interval is one of the mean, which a single slow call moves; this is one of the iterations' medians. */
    private static double[] intervalOfMedians(RunResult run) {
        ListStatistics medians = new ListStatistics();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                medians.addValue(iteration.getPrimaryResult().getStatistics().getPercentile(50));
            }
        }
        return medians.getConfidenceIntervalAt(Estimate.CONFIDENCE);
    }
}
