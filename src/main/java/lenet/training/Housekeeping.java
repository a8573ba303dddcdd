package lenet.training;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What every node does now and then, and any of them may do: counts jobs for the meters, brings forgotten jobs back into
 * the queue, drops old checkpoints.
 */
@Component
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Before that a node that starts takes up what it has left itself, and says so better. */
    private static final long SETTLING_SECONDS = 5;

    private final JobStore store;
    private final JobQueue queue;
    private final JobTransitions transitions;
    private final TrainingMeters meters;
    private final TrainingProperties properties;
    private final Clock clock;

    Housekeeping(
            JobStore store,
            JobQueue queue,
            JobTransitions transitions,
            TrainingMeters meters,
            TrainingProperties properties,
            Clock clock) {
        this.store = store;
        this.queue = queue;
        this.transitions = transitions;
        this.meters = meters;
        this.properties = properties;
        this.clock = clock;
    }

    /** Counts the jobs by state. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void count() {
        meters.showJobs(store.jobs().counts());
    }

    /** Dispatches anew every job that no dispatch stands for: its row was lost, or it is from before there were any. */
    @Scheduled(initialDelay = SETTLING_SECONDS, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
    void bringBackForgotten() {
        for (JobState state : new JobState[] {JobState.QUEUED, JobState.RUNNING}) {
            for (UUID id : queue.forgotten(state)) {
                store.jobs()
                        .find(id)
                        .filter(job -> transitions.takeOver(job.dispatch(), "no node was told to run it"))
                        .ifPresent(job -> LOG.warn("job {} was forgotten and is dispatched again", job.id()));
            }
        }
    }

    /** Drops the checkpoints of jobs that ended long ago. */
    @Scheduled(initialDelay = SETTLING_SECONDS, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void dropOldCheckpoints() {
        int dropped = store.checkpoints()
                .deleteOfJobsEndedBefore(
                        clock.instant().minus(properties.checkpointRetention()).atOffset(ZoneOffset.UTC));
        if (dropped > 0) {
            LOG.info("{} checkpoints of jobs that ended long ago are dropped", dropped);
        }
    }
}
