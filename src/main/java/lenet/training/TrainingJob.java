package lenet.training;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import lenet.model.PromotionOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A training job as the database has it.
 *
 * @param attempts how often it was started, which is also its fencing token
 * @param dispatches how often it has entered the queue
 * @param crashes how often in a row its node died without its getting anywhere
 * @param node who runs it, while it is RUNNING
 * @param wish what is asked of it, while it is RUNNING
 * @param ran how long it has run so far, over all attempts since it was submitted or retried
 * @param maxDuration how long it may run; absent for the service's own bound
 * @param pauseAfterEpoch the epoch after which it becomes PAUSED by itself
 * @param queuedAt when it last entered the queue
 * @param failure why it FAILED
 * @param modelVersion the model it made, once COMPLETED
 * @param outcome whether that went live, and why; absent where it ended before that was written down
 */
public record TrainingJob(
        UUID id,
        @Nullable String name,
        @Nullable String notes,
        Recipe recipe,
        Promotion promotion,
        JobState state,
        int attempts,
        int dispatches,
        int crashes,
        @Nullable String node,
        @Nullable JobWish wish,
        int priority,
        Duration ran,
        @Nullable Duration maxDuration,
        @Nullable Integer pauseAfterEpoch,
        Instant createdAt,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        JobProgress progress,
        @Nullable String failure,
        @Nullable Long modelVersion,
        @Nullable PromotionOutcome outcome) {

    Lease lease() {
        return new Lease(id, attempts);
    }

    Dispatch dispatch() {
        return new Dispatch(id, dispatches);
    }
}
