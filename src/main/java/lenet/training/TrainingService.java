package lenet.training;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.Evaluation;
import lenet.evaluation.LearningCurve;
import lenet.model.ModelQuota;
import lenet.model.ModelRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes training jobs in, tells about them and ends them. */
@Service
public class TrainingService {

    private final JobStore store;
    private final JobTransitions transitions;
    private final QueuePlaces places;
    private final ModelRegistry registry;
    private final ModelQuota quota;
    private final Dataset dataset;

    TrainingService(
            JobStore store,
            JobTransitions transitions,
            QueuePlaces places,
            ModelRegistry registry,
            ModelQuota quota,
            Dataset dataset) {
        this.store = store;
        this.transitions = transitions;
        this.places = places;
        this.registry = registry;
        this.quota = quota;
        this.dataset = dataset;
    }

    /** One page of jobs and the number of jobs in all. */
    public record Page(List<TrainingJob> jobs, int total) {}

    /**
     * Puts a job into the queue.
     *
     * @throws QueueFullException when no more jobs may wait, or be there that have not ended
     * @throws lenet.model.ModelGoneException when a model that it learns from is there no longer
     * @throws lenet.model.ModelQuotaException when there would be no room for the model that it makes
     */
    @Transactional
    public TrainingJob submit(NewTrainingJob job) {
        return submit(job, null);
    }

    /**
     * Puts a job into the queue, or finds the one that the key stands for already.
     *
     * @throws IdempotencyKeyReusedException when the key stands for another submission
     * @throws QueueFullException when no more jobs may wait, or be there that have not ended
     * @throws lenet.model.ModelGoneException when a model that it learns from is there no longer
     */
    @Transactional
    public TrainingJob submit(NewTrainingJob job, @Nullable IdempotencyKey key) {
        places.lock();
        Optional<UUID> known = key == null ? Optional.empty() : store.jobs().findByIdempotencyKey(key.value());
        if (key != null && known.isPresent()) {
            if (!store.jobs().requestSha256(known.get()).equals(key.requestSha256())) {
                throw new IdempotencyKeyReusedException(known.get());
            }
            return find(known.get());
        }
        quota.refuseIfFull(store.jobs().countUnfinished());
        registry.hold(job.recipe().neededModels());
        return find(transitions.submit(job, key));
    }

    /**
     * The job as it stands.
     *
     * @throws JobNotFoundException when there is none of that id
     */
    public TrainingJob find(UUID id) {
        return store.jobs().find(id).orElseThrow(() -> new JobNotFoundException(id));
    }

    /** Those of the jobs that there are, in no particular order. */
    public List<TrainingJob> findAll(Collection<UUID> ids) {
        return store.jobs().find(ids);
    }

    /** Jobs, the newest first; of one state, or of all when {@code state} is null. */
    public Page list(@Nullable JobState state, int offset, int limit) {
        return list(state, JobOrder.CREATED_AT, true, offset, limit);
    }

    /** Jobs in that order; of one state, or of all when {@code state} is null. */
    public Page list(@Nullable JobState state, JobOrder order, boolean descending, int offset, int limit) {
        return new Page(
                store.jobs().list(state, order, descending, offset, limit),
                store.jobs().count(state));
    }

    /**
     * Ends a job that waits or is paused at once, one that runs within a second or two, on whichever node; the curves so
     * far are kept. A job that is already CANCELLED stays so.
     *
     * @throws JobStateException when the job has COMPLETED or FAILED
     */
    public TrainingJob cancel(UUID id) {
        return cancel(id, null);
    }

    /**
     * Cancels a job as {@link #cancel(UUID)} does.
     *
     * @param reason for its history; of a job that runs none is kept
     * @throws JobStateException when the job has COMPLETED or FAILED
     */
    public TrainingJob cancel(UUID id, @Nullable String reason) {
        transitions.cancel(id, reason);
        return find(id);
    }

    /**
     * Pauses a job that waits at once, one that runs within a second or two, on whichever node. A job that is PAUSED stays
     * so.
     *
     * @throws JobStateException when the job has ended
     */
    public TrainingJob pause(UUID id) {
        transitions.pause(id);
        return find(id);
    }

    /**
     * Lets a paused job go on from where it stands.
     *
     * @param pauseAfterEpoch the epoch after which it pauses again by itself; null for none
     * @throws JobStateException when the job is not PAUSED
     * @throws QueueFullException when no more jobs may wait
     */
    @Transactional
    public TrainingJob resume(UUID id, @Nullable Integer pauseAfterEpoch) {
        places.lock();
        transitions.resume(id, pauseAfterEpoch);
        return find(id);
    }

    /**
     * Lets a job that FAILED or was CANCELLED go on from its last checkpoint.
     *
     * @throws JobStateException when the job is in another state
     * @throws QueueFullException when no more jobs may wait
     * @throws lenet.model.ModelGoneException when a model that it learns from is there no longer
     */
    @Transactional
    public TrainingJob retry(UUID id) {
        places.lock();
        quota.refuseIfFull(store.jobs().countUnfinished());
        registry.hold(find(id).recipe().neededModels());
        transitions.retry(id);
        return find(id);
    }

    /**
     * Removes a job that has ended, with its curves and evaluation; its model stays.
     *
     * @throws JobStateException when the job has not ended
     */
    @Transactional
    public void delete(UUID id) {
        TrainingJob job = find(id);
        if (!store.jobs().delete(id)) {
            throw new JobStateException(job, "deleted", JobState.FINAL);
        }
    }

    /**
     * Removes jobs that ended longer than {@code age} ago, and those beyond the {@code most} that ended last; none that
     * belongs to a sweep or an ensemble, with which it goes or becomes free. Says how many they were.
     */
    public int removeEnded(Duration age, int most) {
        List<UUID> old = store.jobs().ended(age, most);
        return (int) old.stream().filter(store.jobs()::delete).count();
    }

    /** Forgets all events but the newest {@code most} of each job that has been moved about more often than any needs. */
    public void forgetOldEvents(int most) {
        store.events().forgetOld(most);
    }

    /** The job's finished epochs. */
    public LearningCurve curve(UUID id) {
        find(id);
        return store.curves().find(id);
    }

    /** The finished epochs of several jobs; one that has none, or is not there, has no entry. */
    public Map<UUID, LearningCurve> curves(Collection<UUID> ids) {
        return store.curves().find(ids);
    }

    /** What happened to the job after event number {@code sequence}, in order. */
    public List<JobEvent> eventsAfter(UUID id, int sequence) {
        return store.events().after(id, sequence);
    }

    /** Every change of the job's state, in order. */
    public List<JobEvent> history(UUID id) {
        find(id);
        return store.events().after(id, 0).stream()
                .filter(event -> event.kind() == JobEvent.Kind.STATE)
                .toList();
    }

    /**
     * The finished network on a split, as it was measured once at the job's end.
     *
     * @throws JobStateException when the job is not COMPLETED
     */
    public Evaluation evaluation(UUID id, Split split) {
        TrainingJob job = find(id);
        return store.evaluations()
                .find(id, split)
                .map(predictions -> new Evaluation(dataset.split(split), predictions))
                .orElseThrow(() -> new JobStateException(job, "evaluated", Set.of(JobState.COMPLETED)));
    }
}
