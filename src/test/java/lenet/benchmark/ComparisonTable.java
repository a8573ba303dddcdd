package lenet.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        Measured peer = peer(result.task());
        if (peer == null || peer.equals(result)) {
            return "";
        }
        Estimate ratio = result.task().isLatency()
                ? peer.estimate().over(result.estimate())
                : result.estimate().over(peer.estimate());
        String interval = interval(ratio);
        return "%s × %s%s"
                .formatted(number(ratio.value()), peer.contestant(), interval.isEmpty() ? "" : " (" + interval + ")");
    }

    /** The peer where it is fastest: two threads are not faster than one on every machine. */
    private @Nullable Measured peer(Task task) {
        return results.stream()
                .filter(result -> result.task() == task && result.contestant().startsWith(task.peer()))
                .filter(result -> !task.peer().isEmpty())
                .max(Comparator.comparingDouble(result -> task.isLatency()
                        ? -result.estimate().value()
                        : result.estimate().value()))
                .orElse(null);
    }

    /** Of two cores, on however many the contestant ran. */
    private String share(Measured result) {
        if (!result.task().isTraining()) {
            return "";
        }
        return results.stream()
                .filter(peak -> peak.task() == Task.TWO_CORES)
                .map(peak -> result.estimate().value()
                        * cost.flop()
                        / (peak.estimate().value() * 1e9))
                .map(share -> number(100 * share) + " %")
                .findFirst()
                .orElse("");
    }

    private static String interval(Estimate estimate) {
        return Double.isNaN(estimate.low()) ? "" : number(estimate.low()) + " to " + number(estimate.high());
    }

    /** With three digits at least; an interval that leaves a ratio open has no upper end. */
    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return "∞";
        }
        String form = value < 10 ? "%.2f" : value < 1000 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, form, value);
    }
}
