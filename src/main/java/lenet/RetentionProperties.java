package lenet;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what has ended is kept, and how much of it.
 *
 * @param age after which a job, sweep or ensemble that has ended is removed
 * @param maxJobs the last jobs to end are kept, besides those of sweeps and ensembles
 * @param maxSweeps the last sweeps to end are kept, with their jobs
 * @param maxEnsembles the last ensembles to end are kept
 * @param maxEvents the last events of a job that is moved about are kept, and the last moves of an alias
 * @param models after which a model that nobody needs is removed; absent for never
 */
@Validated
@ConfigurationProperties("lenet.retention")
record RetentionProperties(
        @DefaultValue("365d") @DurationMin(minutes = 1) Duration age,
        @DefaultValue("10000") @Min(1) int maxJobs,
        @DefaultValue("200") @Min(1) int maxSweeps,
        @DefaultValue("1000") @Min(1) int maxEnsembles,
        @DefaultValue("1000") @Min(100) int maxEvents,
        @Nullable @DurationMin(minutes = 1) Duration models) {}
