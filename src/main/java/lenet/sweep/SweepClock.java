package lenet.sweep;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lenet.training.JobSettled;
import lenet.training.QueueFullException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has sweeps moved on: at once when this node settles a job, and every two seconds for what other nodes settled or died
 * over.
 */
@Component
class SweepClock {

    private static final Logger LOG = LoggerFactory.getLogger(SweepClock.class);

    private final SweepRepository sweeps;
    private final SweepAdvance advance;
    private final ThreadPoolTaskScheduler threads;

    SweepClock(SweepRepository sweeps, SweepAdvance advance, ThreadPoolTaskScheduler threads) {
        this.sweeps = sweeps;
        this.advance = advance;
        this.threads = threads;
    }

    /** Not on the thread of the event: that still holds the connection of its transaction. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(JobSettled event) {
        try {
            threads.execute(() -> sweeps.runningWith(event.job()).ifPresent(this::advance));
        } catch (TaskRejectedException e) {
            LOG.debug("the service stops; another node or the next start moves the sweep on", e);
        }
    }

    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void advanceAll() {
        sweeps.running().forEach(this::advance);
    }

    /** One that cannot be moved on must not hold up the others; it is tried again at the next tick. */
    private void advance(UUID sweep) {
        try {
            advance.advance(sweep);
        } catch (QueueFullException e) {
            LOG.debug("a sweep waits for places in the queue", e);
        } catch (RuntimeException e) {
            LOG.info("a sweep could not be moved on, which will be tried again: {}", e.getMessage());
            LOG.debug("because of", e);
        }
    }
}
