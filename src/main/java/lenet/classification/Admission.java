package lenet.classification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import lenet.classification.ClassificationMeters.Drop;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets as many classifications compute at once as there are processors. Others wait for their turn in the order in which
 * they came, no more of them and no longer than {@link ClassificationProperties} allows.
 */
@Component
class Admission {

    /** After a shorter wait the question whether the caller is still there costs more than its answer saves. */
    private static final long LONG_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** How long after an answer the next is expected. */
    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final int processors;
    private final int queueCapacity;
    private final Duration deadline;
    private final Caller caller;
    private final ClassificationMeters meters;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile long latestEnd = System.nanoTime() - BUSY_NANOS;

    @Autowired
    Admission(ClassificationProperties properties, Caller caller, ClassificationMeters meters) {
        this(Runtime.getRuntime().availableProcessors(), properties, caller, meters);
    }

    Admission(int processors, ClassificationProperties properties, Caller caller, ClassificationMeters meters) {
        this.processors = processors;
        this.queueCapacity = properties.queueCapacity();
        this.deadline = properties.deadline();
        this.caller = caller;
        this.meters = meters;
        this.turns = new Semaphore(processors, true);
        meters.showWaiting(waiting);
    }

    /**
     * Does {@code work} when its turn has come.
     *
     * @throws OverloadedException if too many wait already, or it has waited too long
     * @throws CallerLeftException if nobody waits for the result any more
     */
    <T> T inTurn(Supplier<T> work) {
        takeTurn();
        try {
            return work.get();
        } finally {
            latestEnd = System.nanoTime();
            turns.release();
        }
    }

    /** Whether pictures are being classified, or were just now. */
    boolean isBusy() {
        return turns.availablePermits() < processors || System.nanoTime() - latestEnd < BUSY_NANOS;
    }

    private void takeTurn() {
        try {
            if (waiting.incrementAndGet() > queueCapacity) {
                meters.dropped(Drop.QUEUE_FULL);
                throw OverloadedException.queueFull(queueCapacity);
            }
            awaitTurn();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private void awaitTurn() {
        long arrival = caller.arrival();
        if (!acquiredWithin(deadline.toNanos() - (System.nanoTime() - arrival))) {
            throw late();
        }
        if (System.nanoTime() - arrival > LONG_WAIT_NANOS && caller.hasLeft()) {
            turns.release();
            meters.dropped(Drop.CALLER_LEFT);
            throw new CallerLeftException();
        }
    }

    private boolean acquiredWithin(long nanos) {
        try {
            return nanos > 0 && turns.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // The service is being stopped.
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private OverloadedException late() {
        meters.dropped(Drop.DEADLINE);
        return OverloadedException.late(deadline);
    }
}
