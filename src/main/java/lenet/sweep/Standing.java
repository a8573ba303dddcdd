package lenet.sweep;

import java.util.Comparator;
import lenet.evaluation.EpochMetrics;
import lenet.evaluation.Monitor;
import org.jspecify.annotations.Nullable;

/**
 * What a trial has to show when trials are ranked.
 *
 * @param trial its number, which decides between equals
 * @param rung how far halving has let it come
 * @param out whether it FAILED, was cancelled by hand or deleted, and so ranks last
 * @param best the epoch that counts; absent before the first has ended
 */
record Standing(int trial, int rung, boolean out, @Nullable EpochMetrics best) {

    /** The best first. */
    static Comparator<Standing> bestFirst(Monitor objective) {
        return Comparator.comparing(Standing::out)
                .thenComparing(Comparator.comparingInt(Standing::rung).reversed())
                .thenComparing(Standing::best, (one, other) -> compare(one, other, objective))
                .thenComparingInt(Standing::trial);
    }

    /** The better one first, one that is absent last. */
    private static int compare(@Nullable EpochMetrics one, @Nullable EpochMetrics other, Monitor objective) {
        if (one == null || other == null) {
            return Boolean.compare(one == null, other == null);
        }
        return Double.compare(objective.gain(other, one), 0);
    }
}
