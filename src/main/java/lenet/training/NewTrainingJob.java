package lenet.training;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one asks for when one submits a job; the recipe is valid and complete.
 *
 * @param priority higher ones start first
 * @param maxDuration how long it may run, over all attempts; absent for the service's own bound
 * @param pauseAfterEpoch the epoch after which it becomes PAUSED by itself; absent for none
 */
public record NewTrainingJob(
        @Nullable String name,
        @Nullable String notes,
        Recipe recipe,
        Promotion promotion,
        int priority,
        @Nullable Duration maxDuration,
        @Nullable Integer pauseAfterEpoch) {

    /** A job of usual priority and duration. */
    public NewTrainingJob(@Nullable String name, @Nullable String notes, Recipe recipe, Promotion promotion) {
        this(name, notes, recipe, promotion, 0, null, null);
    }
}
