package lenet.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lenet.dataset.Dataset;
import lenet.dataset.Split;
import lenet.evaluation.Evaluation;
import lenet.evaluation.LearningCurve;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes training jobs in, tells about them and ends them. */
@Service
public class TrainingService {

    private final JobStore store;
    private final JobExecutor executor;
    private final Dataset dataset;
    private final TrainingProperties properties;

    TrainingService(JobStore store, JobExecutor executor, Dataset dataset, TrainingProperties properties) {
        this.store = store;
        this.executor = executor;
        this.dataset = dataset;
        this.properties = properties;
    }

    /** One page of jobs and the number of jobs in all. */
    public record Page(List<TrainingJob> jobs, int total) {}

    /**
     * Puts a job into the queue.
     *
     * @throws QueueFullException when no more jobs may wait
     */
    public TrainingJob submit(NewTrainingJob job) {
        if (store.jobs().count(JobState.QUEUED) >= properties.queueCapacity()) {
            throw new QueueFullException(properties.queueCapacity());
        }
        UUID id = store.jobs().insert(job);
        executor.jobQueued();
        return find(id);
    }

    /**
     * The job as it stands.
     *
     * @throws JobNotFoundException when there is none of that id
     */
    public TrainingJob find(UUID id) {
        return store.jobs().find(id).orElseThrow(() -> new JobNotFoundException(id));
    }

    /** Jobs, the newest first; of one state, or of all when {@code state} is null. */
    public Page list(@Nullable JobState state, int offset, int limit) {
        return new Page(store.jobs().list(state, offset, limit), store.jobs().count(state));
    }

    /**
     * Ends a job that waits at once, one that runs within a second; the curves so far are kept. A job that is already
     * CANCELLED stays so.
     *
     * @throws JobStateException when the job has COMPLETED or FAILED
     */
    public TrainingJob cancel(UUID id) {
        TrainingJob job = find(id);
        boolean waited = store.jobs().finish(id, Set.of(JobState.QUEUED), JobState.CANCELLED, null, null);
        if (!waited && !store.jobs().requestCancel(id) && find(id).state() != JobState.CANCELLED) {
            throw new JobStateException(job, "cancelled", JobState.NOT_FINAL);
        }
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
        return store.jobs().eventsAfter(id, sequence);
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
