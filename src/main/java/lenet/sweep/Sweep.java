package lenet.sweep;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import lenet.evaluation.Monitor;
import lenet.model.PromotionOutcome;
import lenet.training.Promotion;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as the database has it.
 *
 * @param outcome whether the best trial's model went live in the end, and why
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
        @Nullable PromotionOutcome outcome,
        SweepState state,
        int rung,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    public Sweep {
        fields = List.copyOf(fields);
    }
}
