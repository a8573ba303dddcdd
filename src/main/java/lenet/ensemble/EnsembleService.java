package lenet.ensemble;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lenet.model.ModelRegistry;
import lenet.training.IdempotencyKey;
import lenet.training.JobStateException;
import lenet.training.QueueFullException;
import lenet.training.TrainingJob;
import lenet.training.TrainingService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes ensembles in, tells about them and ends them. */
@Service
public class EnsembleService {

    private static final String CANCELLED = "the ensemble was cancelled";
    private static final int CANCELLATION_TRIES = 5;

    private final EnsembleRepository ensembles;
    private final TrainingService training;
    private final ModelRegistry registry;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher publisher;

    EnsembleService(
            EnsembleRepository ensembles,
            TrainingService training,
            ModelRegistry registry,
            TransactionTemplate transaction,
            ApplicationEventPublisher publisher) {
        this.ensembles = ensembles;
        this.training = training;
        this.registry = registry;
        this.transaction = transaction;
        this.publisher = publisher;
    }

    /** One page of ensembles and the number of ensembles in all. */
    public record Page(List<EnsembleRun> ensembles, int total) {}

    /** An ensemble has been submitted; published within the transaction that says so. */
    record Submitted(UUID ensemble) {}

    /**
     * Puts the jobs of an ensemble into the queue, all of them or none; or finds the ensemble that the key stands for
     * already.
     *
     * @param key absent where the client gave none
     * @throws EnsembleKeyReusedException when the key stands for another ensemble
     * @throws EnsembleTooLargeException when the queue has no place for all jobs
     * @throws lenet.model.ModelGoneException when one of the models that are to answer together is there no longer
     */
    public EnsembleRun submit(NewEnsemble ensemble, @Nullable IdempotencyKey key) {
        Optional<UUID> known = known(key);
        if (known.isPresent()) {
            return find(known.get());
        }
        UUID id = UUID.randomUUID();
        try {
            transaction.executeWithoutResult(status -> insert(id, ensemble, key));
        } catch (QueueFullException e) {
            throw new EnsembleTooLargeException(ensemble.jobs().size(), e);
        } catch (DuplicateKeyException e) {
            // The same key has come twice at once; the other one was faster.
            return find(known(key).orElseThrow(() -> e));
        }
        return find(id);
    }

    private Optional<UUID> known(@Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        Optional<UUID> ensemble = ensembles.findByKey(key);
        ensemble.filter(id -> !ensembles.wasAskedForBy(id, key)).ifPresent(id -> {
            throw new EnsembleKeyReusedException(id);
        });
        return ensemble;
    }

    private void insert(UUID id, NewEnsemble ensemble, @Nullable IdempotencyKey key) {
        registry.hold(ensemble.models());
        ensembles.insert(id, ensemble, key);
        int member = 0;
        for (var job : ensemble.jobs()) {
            ensembles.insertMember(id, ++member, training.submit(job).id(), null);
        }
        for (long version : ensemble.models()) {
            ensembles.insertMember(id, ++member, null, version);
        }
        publisher.publishEvent(new Submitted(id));
    }

    /**
     * The ensemble as it stands.
     *
     * @throws EnsembleNotFoundException when there is none of that id
     */
    public EnsembleRun find(UUID id) {
        return ensembles.find(id).orElseThrow(() -> new EnsembleNotFoundException(id));
    }

    /** Ensembles, the newest first. */
    public Page list(int offset, int limit) {
        return new Page(ensembles.list(offset, limit), ensembles.count());
    }

    /**
     * Cancels every job of it that has not ended, in one transaction. An ensemble that is already CANCELLED stays so.
     *
     * @throws EnsembleNotFoundException when there is none of that id
     * @throws EnsembleStateException when the ensemble has COMPLETED or FAILED
     */
    public EnsembleRun cancel(UUID id) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> cancelJobs(id));
                return find(id);
            } catch (JobStateException e) {
                // A job has ended by itself in between; the next look sees that.
                if (tries == CANCELLATION_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void cancelJobs(UUID id) {
        EnsembleRun ensemble = locked(id);
        if (ensemble.state() == EnsembleState.CANCELLED) {
            return;
        }
        if (ensemble.state().isFinal()) {
            throw new EnsembleStateException(ensemble, "cancelled", "RUNNING");
        }
        endJobs(ensemble, CANCELLED);
        ensembles.finish(id, EnsembleState.CANCELLED, null, null);
    }

    /** Cancels what still trains for it. */
    void endJobs(EnsembleRun ensemble, String reason) {
        for (TrainingJob job : jobs(ensemble)) {
            if (!job.state().isFinal()) {
                training.cancel(job.id(), reason);
            }
        }
    }

    /** The jobs of it that are there. */
    List<TrainingJob> jobs(EnsembleRun ensemble) {
        return training.findAll(ensemble.members().stream()
                .map(EnsembleMember::job)
                .flatMap(job -> Optional.ofNullable(job).stream())
                .toList());
    }

    /**
     * Forgets an ensemble that has ended. Its jobs, and the models, stay.
     *
     * @throws EnsembleNotFoundException when there is none of that id
     * @throws EnsembleStateException when the ensemble has not ended
     */
    public void delete(UUID id) {
        transaction.executeWithoutResult(status -> {
            EnsembleRun ensemble = locked(id);
            if (!ensemble.state().isFinal()) {
                throw new EnsembleStateException(ensemble, "deleted", "CANCELLED, COMPLETED or FAILED");
            }
            ensembles.delete(id);
        });
    }

    /**
     * Forgets ensembles that ended longer than {@code age} ago, and those beyond the {@code most} that ended last. Says how
     * many they were.
     */
    public int removeEnded(Duration age, int most) {
        List<UUID> old = ensembles.ended(age, most);
        old.forEach(this::delete);
        return old.size();
    }

    private EnsembleRun locked(UUID id) {
        return ensembles.lock(id).orElseThrow(() -> new EnsembleNotFoundException(id));
    }
}
