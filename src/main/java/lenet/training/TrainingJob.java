package lenet.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training job as the database has it.
 *
 * @param attempts how often it was started; more than once after a restart of the service
 * @param failure why it FAILED
 * @param modelVersion the model it made, once COMPLETED
 */
public record TrainingJob(
        UUID id,
        @Nullable String name,
        @Nullable String notes,
        Recipe recipe,
        Promotion promotion,
        JobState state,
        int attempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        JobProgress progress,
        @Nullable String failure,
        @Nullable Long modelVersion) {}
