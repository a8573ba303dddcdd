package lenet.paper;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of a row.
 *
 * @param multiplyAdds products of a weight and a unit for one picture; absent where the service does not tell
 * @param runs one for each seed that ended well, at least one
 */
record RowResult(Row row, @Nullable Long multiplyAdds, List<Run> runs) {

    /** A measure over the runs. */
    Spread spread(Function<Run, Double> measure) {
        return Spread.of(runs.stream().map(measure).toList());
    }

    /** The result of {@code row}, if there is one among {@code results}. */
    static Optional<RowResult> of(String row, List<RowResult> results) {
        return results.stream().filter(result -> result.row.name().equals(row)).findFirst();
    }
}
