package lenet.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of training.
 *
 * @param queueCapacity jobs that may wait, on all nodes together; past it no other enters the queue
 * @param maxUnfinishedJobs jobs that may wait, run or be paused, on all nodes together; past it a new one is refused
 * @param concurrentJobs jobs that this node trains at once
 * @param maxAttempts how often in a row a job's node may die before the job has come any further
 * @param checkpointInterval how much training a node's death may cost, where an epoch takes longer
 * @param maxDuration how long a job may run, unless it says otherwise itself
 * @param checkpointRetention how long after its end a job can still be retried from where it stood
 */
@ConfigurationProperties("lenet.training")
@Validated
public record TrainingProperties(
        @DefaultValue("100") @Min(1) int queueCapacity,
        @DefaultValue("1000") @Min(1) int maxUnfinishedJobs,
        @DefaultValue("1") @Min(1) @Max(64) int concurrentJobs,
        @DefaultValue("5") @Min(1) int maxAttempts,

        @DefaultValue("10s") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration checkpointInterval,

        @DefaultValue("24h") @DurationMin(millis = 1, message = "must be longer than nothing")
        Duration maxDuration,

        @DefaultValue("30d") @DurationMin(message = "must not be negative")
        Duration checkpointRetention) {}
