package lenet.sweep;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lenet.evaluation.Monitor;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as the database has it.
 *
 * @param rung the rung of halving that its trials are on, from 0
 */
public record Sweep(
        UUID id,
        @Nullable String name,
        Method method,
        Monitor objective,
        List<SweptField> fields,
        long seed,
        @Nullable Halving halving,
        Promotion promotion,
        SweepState state,
        int rung,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public Sweep {
        fields = List.copyOf(fields);
    }
}
