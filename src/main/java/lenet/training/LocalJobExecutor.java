package lenet.training;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs queued jobs on one thread of this process, the oldest first.
 *
 * <p>At start it hands every RUNNING job back to the queue: with one process a database nothing else can be running
 * them.
 */
@Component
class LocalJobExecutor implements JobExecutor, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LocalJobExecutor.class);
    private static final long PATIENCE_AT_STOP_MILLIS = 6_000;

    private final JobRepository jobs;
    private final JobRunner runner;
    private final TrainingProperties properties;
    private final Semaphore queued = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    LocalJobExecutor(JobRepository jobs, JobRunner runner, TrainingProperties properties) {
        this.jobs = jobs;
        this.runner = runner;
        this.properties = properties;
    }

    @Override
    public void jobQueued() {
        queued.release();
    }

    @Override
    public void start() {
        stopping = false;
        for (TrainingJob job : jobs.list(JobState.RUNNING, 0, Integer.MAX_VALUE)) {
            LOG.info("job {} was running when the service ended; it continues from its last checkpoint", job.id());
            jobs.requeue(job.id(), "the service ended while the job was running");
        }
        thread = new Thread(this::work, "training");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        stopping = true;
        queued.release();
        Thread worker = thread;
        if (worker != null) {
            try {
                worker.join(PATIENCE_AT_STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (!stopping) {
            try {
                Optional<TrainingJob> next = jobs.oldestQueued();
                if (next.isPresent()) {
                    take(next.get());
                } else if (queued.tryAcquire(1, TimeUnit.SECONDS)) {
                    queued.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("the training queue could not be read; trying again", e);
                pause();
            }
        }
    }

    private void take(TrainingJob job) {
        if (job.attempts() >= properties.maxAttempts()) {
            jobs.finish(
                    job.id(),
                    JobState.NOT_FINAL,
                    JobState.FAILED,
                    "given up: the service ended under this job %d times".formatted(job.attempts()),
                    null);
        } else if (jobs.start(job.id())) {
            runner.run(job, () -> stopping);
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
