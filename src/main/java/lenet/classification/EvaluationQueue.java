package lenet.classification;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import lenet.classification.EvaluationMeters.Drop;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Computes what takes seconds on few threads, in the order in which it was asked for. Those who ask wait, no more of them
 * and no longer than {@link EvaluationProperties} allows.
 */
@Component
class EvaluationQueue implements DisposableBean {

    /** How often it is asked whether a caller is still there. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** While pictures are classified, a computation rests that many times as long as it has worked. */
    private static final int REST = 3;

    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long STOP_SECONDS = 3;

    private final EvaluationProperties properties;
    private final Caller caller;
    private final Admission classification;
    private final EvaluationMeters meters;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean stopping;

    EvaluationQueue(EvaluationProperties properties, Caller caller, Admission classification, EvaluationMeters meters) {
        this.properties = properties;
        this.caller = caller;
        this.classification = classification;
        this.meters = meters;
        CustomizableThreadFactory factory = new CustomizableThreadFactory("evaluation-");
        factory.setDaemon(true);
        this.threads = new ThreadPoolExecutor(
                properties.threads(),
                properties.threads(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(properties.queueCapacity()),
                factory);
        meters.showWaiting(waiting::get, () -> threads.getQueue().size() + threads.getActiveCount());
    }

    /**
     * Puts a computation into the queue.
     *
     * @throws EvaluationNotReadyException if the queue is full
     */
    <V> Computation<V> begin(Function<Runnable, V> work) {
        Computation<V> computation = new Computation<>(work, this::makeWay);
        try {
            threads.execute(computation);
        } catch (RejectedExecutionException e) {
            throw full();
        }
        return computation;
    }

    /**
     * Waits for a computation.
     *
     * @param joined gives it, with the caller among its askers
     * @throws EvaluationNotReadyException if too many wait already, or it takes too long, in which case it goes on
     * @throws CallerLeftException if the caller has left
     */
    <V> V await(Supplier<Computation<V>> joined) {
        try {
            if (waiting.incrementAndGet() > properties.queueCapacity()) {
                throw full();
            }
            return result(joined.get());
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Ends what is computed; never by an interrupt, which in the middle of a read would close H2's file. */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        threads.shutdown();
        for (Runnable notBegun : threads.getQueue()) {
            ((Computation<?>) notBegun).cancel(false);
        }
        threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    }

    private <V> V result(Computation<V> computation) {
        long end = System.nanoTime() + properties.deadline().toNanos();
        long left = properties.deadline().toNanos();
        while (left > 0) {
            try {
                return computation.get(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                leaveIfTheCallerHas(computation);
            } catch (CancellationException e) {
                throw EvaluationNotReadyException.stopped();
            } catch (ExecutionException e) {
                throw unwrapped(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw EvaluationNotReadyException.stopped();
            }
            left = end - System.nanoTime();
        }
        meters.dropped(Drop.DEADLINE);
        throw EvaluationNotReadyException.late(properties.deadline());
    }

    private void leaveIfTheCallerHas(Computation<?> computation) {
        if (!caller.hasLeft()) {
            return;
        }
        computation.leave();
        if (computation.isCancelled()) {
            threads.remove(computation);
        }
        meters.dropped(Drop.CALLER_LEFT);
        throw new CallerLeftException();
    }

    /** Classification and health come first, on however few processors. */
    private void makeWay(long workedNanos) {
        if (stopping) {
            throw new CancellationException("the service is stopping");
        }
        if (classification.isBusy()) {
            LockSupport.parkNanos(Math.min(REST * workedNanos, LONGEST_REST_NANOS));
        }
    }

    private EvaluationNotReadyException full() {
        meters.dropped(Drop.QUEUE_FULL);
        return EvaluationNotReadyException.queueFull(properties.queueCapacity());
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        return new IllegalStateException("an evaluation failed", failure.getCause());
    }
}
