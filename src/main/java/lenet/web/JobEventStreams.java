package lenet.web;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open event streams. One clock asks each of them, four times a second, to send what is new; the sending happens on
 * threads of their own, so that a client that reads slowly holds up nobody else.
 */
@Component
class JobEventStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobEventStreams.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final int RETRY_SECONDS = 2;

    private final TrainingService training;
    private final EventProperties properties;
    private final Set<JobEventStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger threadNumber = new AtomicInteger();
    private volatile @Nullable Threads threads;

    JobEventStreams(TrainingService training, EventProperties properties) {
        this.training = training;
        this.properties = properties;
    }

    /** The clock, and as many senders as streams are sending at the moment. */
    private record Threads(ScheduledExecutorService clock, ExecutorService senders) {}

    /**
     * A stream of the job's events after {@code sequence}.
     *
     * @throws ProblemException when no more streams may be open, or no more of that client
     */
    SseEmitter open(UUID job, int sequence, ClientAddress client) {
        Threads running = threads;
        if (running == null) {
            throw ProblemException.passing(ProblemType.UNAVAILABLE, "the service is stopping", RETRY_SECONDS);
        }
        JobEventStream stream = new JobEventStream(training, job, sequence, client, properties.maxLife(), open::remove);
        add(stream);
        if (threads == null) {
            stream.end();
        } else {
            serve(stream, running);
        }
        return stream.emitter();
    }

    /** Number of open streams. */
    int size() {
        return open.size();
    }

    private synchronized void add(JobEventStream stream) {
        refuse(open.size(), properties.maxStreams(), "%d event streams are open, which is all the service serves");
        long sameClient = open.stream()
                .filter(other -> other.client().equals(stream.client()))
                .count();
        refuse(
                sameClient,
                properties.maxStreamsPerClient(),
                "%d event streams are open to your address, which is all that one client may have");
        open.add(stream);
    }

    private void refuse(long found, int bound, String detail) {
        if (found >= bound) {
            // Clients that left are found out by writing to them; that frees places for the next try.
            open.forEach(JobEventStream::probe);
            throw ProblemException.passing(ProblemType.TOO_MANY_STREAMS, detail.formatted(bound), RETRY_SECONDS);
        }
    }

    private void serve(JobEventStream stream, Threads running) {
        if (!stream.claim()) {
            return;
        }
        try {
            running.senders().execute(stream);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service stops, and its streams end", e);
            stream.end();
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(this::thread);
        ExecutorService senders = Executors.newCachedThreadPool(this::thread);
        Threads running = new Threads(clock, senders);
        threads = running;
        var unused = clock.scheduleWithFixedDelay(
                () -> open.forEach(stream -> serve(stream, running)),
                INTERVAL.toMillis(),
                INTERVAL.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Ends every stream; otherwise the web server would wait for them as long as it may. */
    @Override
    public void stop() {
        Threads running = threads;
        threads = null;
        if (running != null) {
            // Not shutdownNow: an interrupt in the middle of a read closes H2's file under everybody.
            running.clock().shutdown();
            // On threads of their own: a stream whose client does not read can only be ended when its write is over.
            open.forEach(stream -> running.senders().execute(stream::end));
            running.senders().shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    /** Before the web server begins to wait for the requests under way; phases stop in descending order. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "job-events-" + threadNumber.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
