package lenet.sweep;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lenet.training.JobSettled;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has sweeps moved on: at once when this node settles a job, and every two seconds for what other nodes settled or died
 * over.
 */
@Component
class SweepClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SweepClock.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final SweepRepository sweeps;
    private final SweepAdvance advance;
    private volatile @Nullable ScheduledExecutorService thread;

    SweepClock(SweepRepository sweeps, SweepAdvance advance) {
        this.sweeps = sweeps;
        this.advance = advance;
    }

    /** Not on the thread of the event: that still holds the connection of its transaction. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(JobSettled event) {
        ScheduledExecutorService running = thread;
        if (running != null) {
            try {
                running.execute(
                        () -> quietly(() -> sweeps.runningWith(event.job()).ifPresent(advance::advance)));
            } catch (RejectedExecutionException e) {
                LOG.debug("the service stops; another node or the next start moves the sweep on", e);
            }
        }
    }

    private void advanceAll() {
        quietly(() -> {
            for (UUID sweep : sweeps.running()) {
                quietly(() -> advance.advance(sweep));
            }
        });
    }

    /** A clock that has thrown once would never tick again; whatever failed is tried again at the next tick. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.info("a sweep could not be moved on, which will be tried again: {}", e.getMessage());
            LOG.debug("because of", e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(SweepClock::thread);
        var unused = clock.scheduleWithFixedDelay(
                this::advanceAll, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        thread = clock;
    }

    /** Not shutdownNow: an interrupt in the middle of a read closes H2's file under everybody. */
    @Override
    public void stop() {
        ScheduledExecutorService running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a sweep is still being moved on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "sweeps");
        thread.setDaemon(true);
        return thread;
    }
}
