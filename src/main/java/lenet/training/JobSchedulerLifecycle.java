package lenet.training;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the dispatching of jobs after the web server, which proves that no other process has this node's address, and
 * stops it first of all.
 */
@Component
class JobSchedulerLifecycle implements DbSchedulerStarter, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobSchedulerLifecycle.class);

    /** A poll that is under way when polling stops has ended by then. */
    private static final long POLL_MILLIS = 200;

    private final Scheduler scheduler;
    private final JobRepository jobs;
    private final JobQueue queue;
    private final JobTransitions transitions;
    private final Node node;
    private volatile boolean running;

    JobSchedulerLifecycle(
            Scheduler scheduler, JobRepository jobs, JobQueue queue, JobTransitions transitions, Node node) {
        this.scheduler = scheduler;
        this.jobs = jobs;
        this.queue = queue;
        this.transitions = transitions;
        this.node = node;
    }

    /** Left to {@link #start}: as a bean it would begin before the web server. */
    @Override
    public void doStart() {}

    @Override
    public void start() {
        for (TrainingJob job : jobs.runningOn(node)) {
            LOG.info("job {} was running here when the service ended; it continues from its last checkpoint", job.id());
            transitions.takeOver(job.dispatch(), "the service ended while the job was running");
        }
        for (Dispatch dispatch : queue.takenBy(node)) {
            // A job that was RUNNING has a newer dispatch by now.
            if (transitions.takeOver(dispatch, "the service ended before it had started the job")) {
                LOG.info(
                        "job {} was about to start here when the service ended; it is dispatched again",
                        dispatch.job());
            }
        }
        queue.removeTakenBy(node);
        scheduler.start();
        running = true;
    }

    /** Polling is paused before it is stopped: db-scheduler interrupts its poller, and that would close H2's file. */
    @Override
    public void stop() {
        running = false;
        scheduler.pause();
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A scheduler that was stopped cannot be started again. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
