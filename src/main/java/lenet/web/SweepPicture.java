package lenet.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lenet.evaluation.Monitor;
import lenet.image.ParallelCoordinatesPlot;
import lenet.image.RunAxis;
import lenet.image.RunComparison;
import lenet.image.RunPoint;
import lenet.image.RunScatterPlot;
import lenet.sweep.Halving;
import lenet.sweep.RankedTrial;
import lenet.sweep.Sweep;
import lenet.sweep.SweepReport;
import lenet.sweep.SweptField;

/** What a sweep looks like: a scatter where just one number was swept, else parallel coordinates. */
record SweepPicture(SweepReport report) {

    byte[] toPng() {
        RunComparison comparison = comparison();
        return isScatter(comparison)
                ? new RunScatterPlot(comparison).toPng()
                : new ParallelCoordinatesPlot(comparison).toPng();
    }

    String toSvg() {
        RunComparison comparison = comparison();
        return isScatter(comparison)
                ? new RunScatterPlot(comparison).toSvg()
                : new ParallelCoordinatesPlot(comparison).toSvg();
    }

    private static boolean isScatter(RunComparison comparison) {
        return comparison.axes().size() == 1 && comparison.axes().get(0).words().isEmpty();
    }

    private RunComparison comparison() {
        Sweep sweep = report.sweep();
        List<RunAxis> axes = sweep.fields().stream().map(this::axis).toList();
        boolean loss = sweep.objective() == Monitor.VALIDATION_LOSS;
        return new RunComparison(
                sweep.name() == null ? "Sweep " + sweep.id() : sweep.name(),
                subtitle(),
                axes,
                loss ? "validation loss" : "validation accuracy",
                loss,
                report.trials().stream().map(trial -> point(trial, axes)).toList());
    }

    private String subtitle() {
        Sweep sweep = report.sweep();
        Halving halving = sweep.halving();
        String thinning = halving == null
                ? ""
                : ", compared after %s epochs"
                        .formatted(halving.rungs().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        String jobs = report.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return "%s, %d trials%s, %s; jobs: %s"
                .formatted(
                        sweep.method().name().toLowerCase(Locale.ROOT),
                        report.trials().size(),
                        thinning,
                        sweep.state(),
                        jobs);
    }

    private RunAxis axis(SweptField field) {
        List<String> words = new ArrayList<>();
        // By number, so that a grid's words keep the order in which they were asked for.
        report.trials().stream()
                .sorted(Comparator.comparingInt(trial -> trial.trial().number()))
                .map(trial -> trial.trial().settings().get(field.name()))
                .filter(value -> value instanceof String word && !words.contains(word))
                .forEach(word -> words.add((String) word));
        return words.isEmpty()
                ? RunAxis.ofNumbers(field.name(), field.logarithmic())
                : RunAxis.ofWords(field.name(), words);
    }

    private RunPoint point(RankedTrial trial, List<RunAxis> axes) {
        List<Double> values = axes.stream().map(axis -> place(trial, axis)).toList();
        Double objective = TrialResponse.of(trial, report.sweep().objective()).objective();
        return new RunPoint(
                "trial " + trial.trial().number(), values, objective == null || trial.out() ? Double.NaN : objective);
    }

    private static double place(RankedTrial trial, RunAxis axis) {
        Object value = trial.trial().settings().get(axis.name());
        return value instanceof Number number
                ? number.doubleValue()
                : axis.words().indexOf(String.valueOf(value));
    }
}
