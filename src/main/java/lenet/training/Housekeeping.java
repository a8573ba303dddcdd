package lenet.training;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What every node does now and then, and any of them may do: counts jobs for the meters, brings forgotten jobs back into
 * the queue, drops old checkpoints.
 */
@Component
class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    /** Before that a node that starts takes up what it has left itself, and says so better. */
    private static final Duration SETTLING = Duration.ofSeconds(5);

    private static final Duration COUNTING = Duration.ofSeconds(1);
    private static final Duration LOOKING = Duration.ofSeconds(20);
    private static final Duration TIDYING = Duration.ofHours(1);

    private final JobStore store;
    private final JobQueue queue;
    private final JobTransitions transitions;
    private final TrainingMeters meters;
    private final TrainingProperties properties;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;

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
    void count() {
        meters.showJobs(store.jobs().counts());
    }

    /** Dispatches anew every job that no dispatch stands for: its row was lost, or it is from before there were any. */
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
    void dropOldCheckpoints() {
        int dropped = store.checkpoints()
                .deleteOfJobsEndedBefore(
                        clock.instant().minus(properties.checkpointRetention()).atOffset(ZoneOffset.UTC));
        if (dropped > 0) {
            LOG.info("{} checkpoints of jobs that ended long ago are dropped", dropped);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread housekeeper = new Thread(work, "housekeeping");
            housekeeper.setDaemon(true);
            return housekeeper;
        });
        every(COUNTING, Duration.ZERO, this::count, started);
        every(LOOKING, SETTLING, this::bringBackForgotten, started);
        every(TIDYING, SETTLING, this::dropOldCheckpoints, started);
        thread = started;
    }

    /** Not shutdownNow: an interrupt in the middle of a read closes H2's file under everybody. */
    @Override
    public void stop() {
        ScheduledExecutorService started = thread;
        thread = null;
        if (started != null) {
            started.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private static void every(Duration interval, Duration first, Runnable work, ScheduledExecutorService thread) {
        var unused = thread.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        // Said by those who need the database; here it is only tried again.
                        LOG.debug("housekeeping failed", e);
                    }
                },
                first.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
