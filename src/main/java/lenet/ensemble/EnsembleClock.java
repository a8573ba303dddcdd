package lenet.ensemble;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
 * Has ensembles moved on: at once when one is submitted here or this node settles a job, and every two seconds for what
 * other nodes settled or died over.
 */
@Component
class EnsembleClock {

    private static final Logger LOG = LoggerFactory.getLogger(EnsembleClock.class);

    private final EnsembleRepository ensembles;
    private final EnsembleAdvance advance;
    private final ThreadPoolTaskScheduler threads;

    EnsembleClock(EnsembleRepository ensembles, EnsembleAdvance advance, ThreadPoolTaskScheduler threads) {
        this.ensembles = ensembles;
        this.advance = advance;
        this.threads = threads;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(EnsembleService.Submitted event) {
        soon(() -> List.of(event.ensemble()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(JobSettled event) {
        soon(() -> ensembles.runningWith(event.job()));
    }

    /** Not on the thread of the event: that still holds the connection of its transaction. */
    private void soon(Supplier<List<UUID>> due) {
        try {
            threads.execute(() -> due.get().forEach(this::advance));
        } catch (TaskRejectedException e) {
            LOG.debug("the service stops; another node or the next start moves the ensemble on", e);
        }
    }

    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void advanceAll() {
        ensembles.running().forEach(this::advance);
    }

    /** One that cannot be moved on must not hold up the others; it is tried again at the next tick. */
    private void advance(UUID ensemble) {
        try {
            advance.advance(ensemble);
        } catch (QueueFullException e) {
            LOG.debug("an ensemble waits for places in the queue", e);
        } catch (RuntimeException e) {
            LOG.info("an ensemble could not be moved on, which will be tried again: {}", e.getMessage());
            LOG.debug("because of", e);
        }
    }
}
