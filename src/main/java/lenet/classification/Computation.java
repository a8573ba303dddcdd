package lenet.classification;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * What takes seconds to compute, once for all who ask for it. When the last of them has left it is not begun, or stops
 * where it next makes way.
 */
final class Computation<V> extends CompletableFuture<V> implements Runnable {

    private final Function<Runnable, V> work;
    private final LongConsumer makeWay;

    /** Those who want the result: they wait for it, or were told to come back. */
    private int askers;

    private long resumed;

    /**
     * Not begun yet.
     *
     * @param work calls what it is given every few milliseconds, at least
     * @param makeWay called then, with the nanoseconds of work since the last time; may wait, or throw to stop the work
     */
    Computation(Function<Runnable, V> work, LongConsumer makeWay) {
        this.work = work;
        this.makeWay = makeWay;
    }

    /** Counts one asker more; false when it is too late, or has failed: a failure is told to those who waited for it. */
    synchronized boolean retain() {
        if (isCompletedExceptionally()) {
            return false;
        }
        askers++;
        return true;
    }

    /** Counts one asker less. */
    synchronized void leave() {
        if (--askers == 0) {
            cancel(false);
        }
    }

    @Override
    public void run() {
        if (isDone()) {
            return;
        }
        resumed = System.nanoTime();
        try {
            complete(work.apply(this::pause));
        } catch (RuntimeException | Error e) {
            completeExceptionally(e);
        }
    }

    private void pause() {
        if (isCancelled()) {
            throw new CancellationException("nobody waits for it any more");
        }
        makeWay.accept(System.nanoTime() - resumed);
        resumed = System.nanoTime();
    }
}
