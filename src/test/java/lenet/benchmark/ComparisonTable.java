package lenet.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results as Markdown: a row a contestant and task, held against the task's peer and against the machine. */
final class ComparisonTable {

    private final List<Measured> results;
    private final TrainingCost cost;

    ComparisonTable(List<Measured> results, TrainingCost cost) {
        this.results =
                results.stream().sorted(Comparator.comparing(Measured::task)).toList();
        this.cost = cost;
    }

    /** The table; speed is above 1 where the contestant is faster than the peer. */
    String markdown() {
        StringBuilder table = new StringBuilder();
        row(
                table,
                "",
                "contestant",
                "mean or median",
                "99.9 % interval",
                "p90",
                "p99",
                "speed against the peer",
                "share of FMA peak");
        row(table, "---", "---", "--:", "--:", "--:", "--:", "---", "--:");
        for (Measured result : results) {
            row(
                    table,
                    result.task().title(),
                    result.contestant(),
                    number(result.estimate().value()),
                    interval(result.estimate()),
                    result.task().isLatency() ? number(result.slowTenth()) : "",
                    result.task().isLatency() ? number(result.slowHundredth()) : "",
                    speed(result),
                    share(result));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private String speed(Measured result) {
        return find(result.task(), result.task().peer())
                .filter(peer -> !peer.equals(result))
                .map(peer -> result.task().isLatency()
                        ? peer.estimate().over(result.estimate())
                        : result.estimate().over(peer.estimate()))
                .map(ratio -> "%s (%s) × %s"
                        .formatted(
                                number(ratio.value()),
                                interval(ratio),
                                result.task().peer()))
                .orElse("");
    }

    /** Of both cores, on however many the contestant ran. */
    private String share(Measured result) {
        if (!result.task().isTraining()) {
            return "";
        }
        return find(Task.TWO_CORES, "the machine")
                .map(peak -> "%.1f %%"
                        .formatted(100
                                * result.estimate().value()
                                * cost.flop()
                                / (peak.estimate().value() * 1e9)))
                .orElse("");
    }

    private Optional<Measured> find(Task task, String contestant) {
        return results.stream()
                .filter(result -> result.task() == task && result.contestant().equals(contestant))
                .findFirst();
    }

    private static String interval(Estimate estimate) {
        return Double.isNaN(estimate.low()) ? "" : number(estimate.low()) + " to " + number(estimate.high());
    }

    private static String number(double value) {
        return String.format(
                Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : Math.abs(value) < 1000 ? "%.1f" : "%,.0f", value);
    }
}
