package lenet.training;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lenet.model.PromotionOutcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every way in which a job's state changes. Each is one transaction that locks the job's row, looks, moves it, writes the
 * history and, where the job enters the queue, adds a dispatch.
 */
@Component
@Transactional
class JobTransitions {

    private final JobRepository jobs;
    private final JobEventRepository events;
    private final JobQueue queue;
    private final QueuePlaces places;
    private final JdbcClient jdbc;
    private final Node node;
    private final Clock clock;
    private final TrainingProperties properties;
    private final ApplicationEventPublisher publisher;

    JobTransitions(
            JobRepository jobs,
            JobEventRepository events,
            JobQueue queue,
            QueuePlaces places,
            JdbcClient jdbc,
            Node node,
            Clock clock,
            TrainingProperties properties,
            ApplicationEventPublisher publisher) {
        this.jobs = jobs;
        this.events = events;
        this.queue = queue;
        this.places = places;
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
        this.properties = properties;
        this.publisher = publisher;
    }

    /**
     * Puts a new job into the queue, whose places the caller has locked.
     *
     * @throws QueueFullException when it has none
     */
    UUID submit(NewTrainingJob job, @Nullable IdempotencyKey key) {
        places.takeForOneMore();
        UUID id = jobs.insert(job, key);
        events.appendTransition(id, null, JobState.QUEUED, null);
        dispatch(locked(id));
        return id;
    }

    /** Starts the job that {@code dispatch} stands for on this node; empty when it comes too late. */
    Optional<TrainingJob> start(Dispatch dispatch) {
        TrainingJob job = jobs.lock(dispatch.job()).orElse(null);
        if (job == null || job.state() != JobState.QUEUED || job.dispatches() != dispatch.number()) {
            return Optional.empty();
        }
        jdbc.sql("""
                        update training_job
                        set attempts = attempts + 1, node = :node, wish = null, started_at = coalesce(started_at, :now)
                        where id = :id
                        """)
                .param("node", node.name())
                .param("now", now())
                .param("id", job.id())
                .update();
        move(job, JobState.RUNNING, null);
        return jobs.find(job.id());
    }

    /**
     * Ends a running job, to be called within the transaction that writes what it ends with.
     *
     * @throws FencedException when the job has moved on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void complete(Lease lease, long modelVersion, PromotionOutcome outcome) {
        TrainingJob job = held(lease);
        jdbc.sql("update training_job set model_version = :modelVersion, promotion_outcome = :outcome where id = :id")
                .param("modelVersion", modelVersion)
                .param("outcome", outcome.toJson())
                .param("id", job.id())
                .update();
        end(job, JobState.COMPLETED, null);
    }

    /**
     * Ends a running job that nobody should run any longer.
     *
     * @throws FencedException when the job has moved on
     */
    void fail(Lease lease, String reason) {
        end(held(lease), JobState.FAILED, reason);
    }

    /**
     * Stops a running job on request.
     *
     * @throws FencedException when the job has moved on
     */
    void cancelled(Lease lease) {
        end(held(lease), JobState.CANCELLED, null);
    }

    /**
     * Pauses a running job.
     *
     * @throws FencedException when the job has moved on
     */
    void paused(Lease lease, @Nullable String reason) {
        move(held(lease), JobState.PAUSED, reason);
    }

    /**
     * Gives a running job back to the queue, or to whatever is wished of it.
     *
     * @throws FencedException when the job has moved on
     */
    void handBack(Lease lease, String reason) {
        interrupt(held(lease), reason);
    }

    /**
     * Takes a job from a node that has died with it. Dying counts: after as many times in a row as the settings say the
     * job has FAILED. Says whether the dispatch still was the job's.
     */
    boolean takeOver(Dispatch dispatch, String reason) {
        TrainingJob job = jobs.lock(dispatch.job()).orElse(null);
        if (job == null || job.dispatches() != dispatch.number()) {
            return false;
        }
        if (job.state() == JobState.QUEUED) {
            // Its node had been woken up and died before it could start.
            dispatch(job);
            return true;
        }
        if (job.state() != JobState.RUNNING) {
            return false;
        }
        int crashes = job.crashes() + 1;
        jdbc.sql("update training_job set crashes = :crashes where id = :id")
                .param("crashes", crashes)
                .param("id", job.id())
                .update();
        if (crashes >= properties.maxAttempts() && job.wish() == null) {
            move(job, JobState.INTERRUPTED, reason);
            end(
                    locked(job.id()),
                    JobState.FAILED,
                    "given up: its node died %d times in a row before the job had come any further".formatted(crashes));
        } else {
            interrupt(job, reason);
        }
        return true;
    }

    /**
     * Cancels a job: at once, or by the node that runs it. A job that is CANCELLED stays so.
     *
     * @throws JobStateException when the job has COMPLETED or FAILED
     */
    void cancel(UUID id, @Nullable String reason) {
        TrainingJob job = locked(id);
        switch (job.state()) {
            case QUEUED -> {
                queue.remove(job.dispatch());
                end(job, JobState.CANCELLED, reason);
            }
            case PAUSED -> end(job, JobState.CANCELLED, reason);
            case RUNNING -> wish(job, JobWish.CANCEL);
            case CANCELLED -> {}
            default -> throw new JobStateException(job, "cancelled", JobState.NOT_FINAL);
        }
    }

    /**
     * Pauses a job: at once, or by the node that runs it. A job that is PAUSED stays so.
     *
     * @throws JobStateException when the job has ended
     */
    void pause(UUID id) {
        TrainingJob job = locked(id);
        switch (job.state()) {
            case QUEUED -> {
                queue.remove(job.dispatch());
                move(job, JobState.PAUSED, null);
            }
            case RUNNING -> {
                if (job.wish() != JobWish.CANCEL) {
                    wish(job, JobWish.PAUSE);
                }
            }
            case PAUSED -> {}
            default -> throw new JobStateException(job, "paused", Set.of(JobState.QUEUED, JobState.RUNNING));
        }
    }

    /**
     * Puts a paused job back into the queue, whose places the caller has locked, or takes back the wish to pause.
     *
     * @throws JobStateException when the job is neither PAUSED nor about to be
     * @throws QueueFullException when there is no place
     */
    void resume(UUID id, @Nullable Integer pauseAfterEpoch) {
        TrainingJob job = locked(id);
        boolean aboutToPause = job.state() == JobState.RUNNING && job.wish() == JobWish.PAUSE;
        if (job.state() != JobState.PAUSED && !aboutToPause) {
            throw new JobStateException(job, "resumed", Set.of(JobState.PAUSED));
        }
        if (!aboutToPause) {
            places.take();
        }
        jdbc.sql("update training_job set wish = null, pause_after_epoch = :pauseAfterEpoch where id = :id")
                .param("pauseAfterEpoch", pauseAfterEpoch)
                .param("id", id)
                .update();
        if (!aboutToPause) {
            move(job, JobState.QUEUED, "resumed");
            dispatch(job);
        }
    }

    /**
     * Puts a job that FAILED or was CANCELLED back into the queue, whose places the caller has locked, with its crashes
     * forgotten and as much time as a new one has.
     *
     * @throws JobStateException when the job is in another state
     * @throws QueueFullException when there is no place
     */
    void retry(UUID id) {
        TrainingJob job = locked(id);
        if (job.state() != JobState.FAILED && job.state() != JobState.CANCELLED) {
            throw new JobStateException(job, "retried", Set.of(JobState.FAILED, JobState.CANCELLED));
        }
        places.takeForOneMore();
        jdbc.sql("""
                        update training_job
                        set crashes = 0, ran_seconds = 0, failure = null, finished_at = null
                        where id = :id
                        """).param("id", id).update();
        move(job, JobState.QUEUED, "retried");
        dispatch(job);
    }

    /**
     * The job, if {@code lease} still holds it; nobody else changes it until the transaction has ended.
     *
     * @throws FencedException when the job has moved on
     */
    TrainingJob held(Lease lease) {
        return jobs.lock(lease.job())
                .filter(job -> job.state() == JobState.RUNNING && job.attempts() == lease.attempt())
                .orElseThrow(() -> new FencedException(lease));
    }

    /** Out of a node's hands: to what is wished of the job, or else back into the queue. */
    private void interrupt(TrainingJob job, String reason) {
        move(job, JobState.INTERRUPTED, reason);
        TrainingJob interrupted = locked(job.id());
        JobWish wish = job.wish();
        if (wish == JobWish.CANCEL) {
            end(interrupted, JobState.CANCELLED, null);
        } else if (wish == JobWish.PAUSE) {
            move(interrupted, JobState.PAUSED, null);
        } else {
            move(interrupted, JobState.QUEUED, null);
            dispatch(interrupted);
        }
    }

    private void wish(TrainingJob job, JobWish wish) {
        jdbc.sql("update training_job set wish = :wish where id = :id")
                .param("wish", wish.name())
                .param("id", job.id())
                .update();
    }

    private void end(TrainingJob job, JobState end, @Nullable String reason) {
        jdbc.sql("update training_job set finished_at = :now, failure = :failure where id = :id")
                .param("now", now())
                .param("failure", end == JobState.FAILED ? reason : null)
                .param("id", job.id())
                .update();
        move(job, end, reason);
    }

    private void move(TrainingJob job, JobState to, @Nullable String reason) {
        // Only a running job has a node, and something that is wished of it.
        String cleared = to == JobState.RUNNING ? "" : ", node = null, wish = null";
        jdbc.sql("update training_job set state = :to" + cleared + " where id = :id")
                .param("to", to.name())
                .param("id", job.id())
                .update();
        events.appendTransition(job.id(), job.state(), to, reason);
        if (to == JobState.PAUSED || to.isFinal()) {
            publisher.publishEvent(new JobSettled(job.id(), to));
        }
    }

    private void dispatch(TrainingJob job) {
        Dispatch next = new Dispatch(job.id(), job.dispatches() + 1);
        jdbc.sql("update training_job set dispatches = :dispatches, queued_at = :now where id = :id")
                .param("dispatches", next.number())
                .param("now", now())
                .param("id", job.id())
                .update();
        queue.add(next, job.priority(), job.createdAt());
    }

    private TrainingJob locked(UUID id) {
        return jobs.lock(id).orElseThrow(() -> new JobNotFoundException(id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
