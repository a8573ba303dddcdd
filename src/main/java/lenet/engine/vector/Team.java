package lenet.engine.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A few threads that work on one step at a time, the caller being the first of them. Called by one thread at a time.
 *
 * <p>Steps take well under a millisecond, too short for a pool that sleeps between them: who waits spins for some
 * microseconds before it parks. It must park, because a spinning thread keeps a core from the one it waits for.
 */
final class Team implements AutoCloseable {

    /** Turns of the waiting loop before a thread parks: a few tens of microseconds. */
    private static final int SPINS = 1_000;

    private final List<Helper> helpers = new ArrayList<>();
    private final Serving serving;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private volatile @Nullable Thread caller;

    /** A team of {@code size} threads. */
    Team(int size, Serving serving) {
        this.serving = serving;
        for (int member = 1; member < size; member++) {
            helpers.add(new Helper(member));
        }
    }

    /** Number of threads, the caller included. */
    int size() {
        return 1 + helpers.size();
    }

    /** How many of the team may work now: all, or one core's less while pictures are being classified. */
    int available() {
        return serving.isBusy() ? Math.max(1, Math.min(size(), cores - 1)) : size();
    }

    /** Runs {@code work} for members {@code 0} to {@code members − 1}, and returns when all are done. */
    void run(int members, IntConsumer work) {
        caller = Thread.currentThread();
        for (int i = 0; i < members - 1; i++) {
            helpers.get(i).start(work);
        }
        try {
            work.accept(0);
        } finally {
            // Also when this thread fails: nobody may still be at work when the next step begins.
            for (int i = 0; i < members - 1; i++) {
                helpers.get(i).await();
            }
        }
    }

    @Override
    public void close() {
        helpers.forEach(Helper::stop);
    }

    /** A thread that waits for work, and its mailbox. */
    private final class Helper implements Runnable {

        private final int member;
        private final Thread thread;
        private volatile @Nullable IntConsumer work;
        private volatile @Nullable Throwable failure;
        private volatile boolean parked;
        private volatile boolean callerParked;
        private volatile boolean stopped;

        Helper(int member) {
            this.member = member;
            this.thread = new Thread(this, "vector-engine-" + member);
            thread.setDaemon(true);
            thread.start();
        }

        void start(IntConsumer task) {
            if (stopped) {
                throw new IllegalStateException("the network has been closed");
            }
            work = task;
            if (parked) {
                LockSupport.unpark(thread);
            }
        }

        void await() {
            for (int spins = 0; work != null; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    callerParked = true;
                    if (work != null) {
                        LockSupport.park(this);
                    }
                    callerParked = false;
                }
            }
            Throwable found = failure;
            if (found != null) {
                failure = null;
                throw new IllegalStateException("thread " + thread.getName() + " failed", found);
            }
        }

        void stop() {
            stopped = true;
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            while (!stopped) {
                IntConsumer task = next();
                if (task != null) {
                    try {
                        task.accept(member);
                    } catch (RuntimeException | Error e) {
                        failure = e;
                    }
                    work = null;
                    if (callerParked) {
                        LockSupport.unpark(caller);
                    }
                }
            }
        }

        private @Nullable IntConsumer next() {
            for (int spins = 0; work == null && !stopped; spins++) {
                if (spins < SPINS) {
                    Thread.onSpinWait();
                } else {
                    parked = true;
                    if (work == null && !stopped) {
                        LockSupport.park(this);
                    }
                    parked = false;
                }
            }
            return work;
        }
    }
}
