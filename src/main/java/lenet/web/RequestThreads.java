package lenet.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads that answer requests, in the order in which these came: one a processor, and one more for every request that
 * takes longer than a moment. It waits for its client, the database or an evaluation then, or computes for so long that
 * the others may not wait for it.
 */
final class RequestThreads extends ThreadPoolExecutor {

    /** Hundreds of classifications; short beside what a client notices. */
    private static final long MOMENT_MILLIS = 20;

    private static final ThreadLocal<Long> ARRIVAL = new ThreadLocal<>();

    private final int fewest;
    private final int most;
    private final Map<Thread, Long> busySince = new ConcurrentHashMap<>();
    private final ScheduledExecutorService overseer;

    /** At least {@code fewest} threads, at most {@code most}. */
    @SuppressWarnings("FutureReturnValueIgnored") // The overseer goes on until the pool is shut down.
    RequestThreads(int fewest, int most) {
        super(fewest, fewest, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("request-"));
        this.fewest = fewest;
        this.most = most;
        this.overseer = Executors.newSingleThreadScheduledExecutor(daemons("request-overseer-"));
        var unused =
                overseer.scheduleWithFixedDelay(this::adapt, MOMENT_MILLIS, MOMENT_MILLIS / 2, TimeUnit.MILLISECONDS);
    }

    /** When the request that the current thread answers could have begun, as {@link System#nanoTime} has it. */
    static long arrival() {
        Long arrival = ARRIVAL.get();
        return arrival == null ? System.nanoTime() : arrival;
    }

    /** The current thread goes on with another request of the same connection. */
    static void nextArrival() {
        if (ARRIVAL.get() != null) {
            ARRIVAL.set(System.nanoTime());
        }
    }

    @Override
    public void execute(Runnable request) {
        long arrival = System.nanoTime();
        super.execute(() -> {
            ARRIVAL.set(arrival);
            request.run();
        });
    }

    @Override
    public void shutdown() {
        overseer.shutdownNow();
        super.shutdown();
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable request) {
        busySince.put(thread, System.nanoTime());
    }

    @Override
    protected void afterExecute(Runnable request, @Nullable Throwable failure) {
        busySince.remove(Thread.currentThread());
    }

    /** Where all threads are held up there may be many more such requests, of which nobody should notice anything. */
    private void adapt() {
        long then = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(MOMENT_MILLIS);
        int heldUp = (int)
                busySince.values().stream().filter(since -> since - then < 0).count();
        int present = getCorePoolSize();
        int wanted = Math.min(most, heldUp >= present ? 2 * present : fewest + heldUp);
        if (wanted > present) {
            setMaximumPoolSize(wanted);
            setCorePoolSize(wanted);
        } else if (wanted < present) {
            setCorePoolSize(wanted);
            // A thread too many ends with its request, not when nothing is left to do.
            setMaximumPoolSize(wanted);
        }
    }

    private static CustomizableThreadFactory daemons(String prefix) {
        CustomizableThreadFactory factory = new CustomizableThreadFactory(prefix);
        factory.setDaemon(true);
        return factory;
    }
}
