package lenet.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import lenet.evaluation.EpochMetrics;
import lenet.training.DatabaseOutage;
import lenet.training.JobEvent;
import lenet.training.JobNotFoundException;
import lenet.training.JobProgress;
import lenet.training.JobState;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's stream of one job's events. It reads them from the database, so any replica can serve it. Used by one
 * thread at a time, the one that has claimed it.
 */
final class JobEventStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEventStream.class);
    private static final long PROGRESS_NANOS = Duration.ofMillis(500).toNanos();
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();

    private final TrainingService training;
    private final UUID job;
    private final ClientAddress client;
    private final long endNanos;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final Consumer<JobEventStream> closed;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile boolean probed;
    private int sequence;
    private @Nullable JobProgress lastProgress;
    private long lastProgressAt = System.nanoTime() - PROGRESS_NANOS;
    private long lastSentAt = System.nanoTime();

    /**
     * A stream of the events after number {@code sequence}.
     *
     * @param maxLife after which it ends, so that nobody keeps a place for good
     * @param closed called at least once when the stream has ended, by whichever side
     */
    JobEventStream(
            TrainingService training,
            UUID job,
            int sequence,
            ClientAddress client,
            Duration maxLife,
            Consumer<JobEventStream> closed) {
        this.training = training;
        this.job = job;
        this.client = client;
        this.endNanos = System.nanoTime() + maxLife.toNanos();
        this.sequence = sequence;
        this.closed = closed;
        emitter.onCompletion(() -> closed.accept(this));
        emitter.onTimeout(() -> closed.accept(this));
        emitter.onError(failure -> closed.accept(this));
    }

    SseEmitter emitter() {
        return emitter;
    }

    ClientAddress client() {
        return client;
    }

    /** Makes the calling thread the one that sends, unless another one still does. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Writes to the client at the next turn, whether or not there is news. */
    void probe() {
        probed = true;
    }

    /** Ends the stream; the client may come back with the number of the last event it has seen. */
    void end() {
        closed.accept(this);
        emitter.complete();
    }

    /** Sends what is new. */
    @Override
    public void run() {
        try {
            sendNews();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the client of job {} left", job, e);
            closed.accept(this);
        } catch (JobNotFoundException e) {
            LOG.debug("job {} was deleted under its stream", job, e);
            end();
        } catch (RuntimeException e) {
            if (DatabaseOutage.isCauseOf(e)) {
                LOG.debug("the events of job {} have to wait for the database", job, e);
                return;
            }
            LOG.warn("the events of job {} cannot be read; the client may try again: {}", job, e.toString());
            end();
        } finally {
            claimed.set(false);
        }
    }

    private void sendNews() throws IOException {
        // Read before the events: if this state is final, the event that says so is among them.
        TrainingJob now = training.find(job);
        List<JobEvent> events = training.eventsAfter(job, sequence);
        List<EpochMetrics> epochs = events.stream().anyMatch(event -> event.kind() == JobEvent.Kind.EPOCH)
                ? training.curve(job).epochs()
                : List.of();
        for (JobEvent event : events) {
            send(event, epochs);
            sequence = event.sequence();
        }
        if (now.state().isFinal() || System.nanoTime() - endNanos >= 0) {
            end();
            return;
        }
        if (now.state() == JobState.RUNNING) {
            sendProgress(now);
        }
        if (probed || System.nanoTime() - lastSentAt >= HEARTBEAT_NANOS) {
            probed = false;
            send(SseEmitter.event().comment("still here"));
        }
    }

    private void send(JobEvent event, List<EpochMetrics> epochs) throws IOException {
        Integer epoch = event.epoch();
        Object data = epoch == null
                ? new StateEvent(event.state(), event.at(), event.from(), event.node(), event.reason())
                : EpochResponse.of(epochs.get(epoch - 1));
        send(SseEmitter.event()
                .id(Integer.toString(event.sequence()))
                .name(epoch == null ? "state" : "epoch")
                .data(data, MediaType.APPLICATION_JSON));
    }

    private void sendProgress(TrainingJob now) throws IOException {
        boolean tooSoon = System.nanoTime() - lastProgressAt < PROGRESS_NANOS;
        if (tooSoon || now.progress().equals(lastProgress) || now.progress().epoch() == 0) {
            return;
        }
        lastProgress = now.progress();
        lastProgressAt = System.nanoTime();
        send(SseEmitter.event().name("progress").data(ProgressResponse.of(now), MediaType.APPLICATION_JSON));
    }

    private void send(SseEmitter.SseEventBuilder event) throws IOException {
        emitter.send(event);
        lastSentAt = System.nanoTime();
    }
}
